package dev.socketscope.engine.wire;

import dev.socketscope.engine.api.Command.StartReplay;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.InvalidFaultException;
import dev.socketscope.engine.api.ReplayPlan;
import dev.socketscope.engine.api.ReplayPlan.Selection;
import dev.socketscope.engine.api.ReplayPlan.Timing;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What to replay: {@code {"frames"}} or {@code {"source", "from", "to", "direction"}}, and {@code {"timing", "speed", "maxGap"}}. */
public final class ReplayPlanJson {
    private ReplayPlanJson() {}

    /**
     * Reads it strictly.
     *
     * @param connection where to; also the source of a range that names none
     * @throws WireException that names the member, its value and what was expected
     */
    public static StartReplay read(String connection, JsonNode body) {
        Members in = new Members(body, "");
        try {
            Selection selection = in.has("frames") ? new Selection.Frames(in.numbers("frames")) : range(connection, in);
            ReplayPlan plan = plan(selection, in);
            in.finish();
            return new StartReplay(connection, plan);
        } catch (InvalidFaultException e) {
            throw WireException.of(e);
        }
    }

    private static Selection range(String connection, Members in) {
        return new Selection.Range(in.text("source", connection), in.number("from"), in.number("to", Long.MAX_VALUE),
                in.has("direction") ? in.choice(Direction.class, "direction") : null);
    }

    /** Speed and gaps mean nothing without the original timing. */
    private static ReplayPlan plan(Selection selection, Members in) {
        return switch (in.choice(Timing.class, "timing", Timing.ORIGINAL)) {
            case NONE -> ReplayPlan.of(selection).withoutGaps();
            case ORIGINAL -> new ReplayPlan(selection, Timing.ORIGINAL, in.decimal("speed", 1),
                    in.span("maxGap", ReplayPlan.USUAL_GAP));
        };
    }

    public static ObjectNode write(ReplayPlan plan) {
        Fields out = new Fields().with("timing", plan.timing());
        if (plan.timing() == Timing.ORIGINAL) {
            out.with("speed", plan.speed()).with("maxGap", plan.maxGap());
        }
        switch (plan.selection()) {
            case Selection.Frames(var seqs) -> out.with("frames", Json.tree(seqs));
            case Selection.Range range -> {
                out.with("source", range.connection()).with("from", range.from()).with("to", range.to());
                if (range.direction() != null) {
                    out.with("direction", range.direction());
                }
            }
        }
        return out.done();
    }
}
