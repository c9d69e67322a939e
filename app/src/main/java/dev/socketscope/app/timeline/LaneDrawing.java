package dev.socketscope.app.timeline;

import dev.socketscope.app.controls.Shorten;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.TimeView;
import dev.socketscope.app.controls.TimelineBar;
import dev.socketscope.app.controls.TimelineLane;
import dev.socketscope.app.controls.Tone;
import dev.socketscope.app.controls.Units;
import dev.socketscope.engine.story.RetryPattern;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Lanes as the chart wants them. */
final class LaneDrawing {
    private static final int LONGEST_PATH = 60;
    private LaneDrawing() {}

    static TimelineLane of(Lane lane, Instant now) {
        List<TimelineBar> bars = new ArrayList<>();
        for (Piece piece : lane.pieces()) {
            long to = piece.to() == null ? Long.MAX_VALUE : TimeView.micros(piece.to());
            bars.add(new TimelineBar(piece.connection(), TimeView.micros(piece.from()), to, tone(piece.kind()), "",
                    piece.connection() + "  " + piece.text()));
        }
        // Moments must not disappear under what follows them.
        bars.sort((some, other) -> Boolean.compare(isMoment(some), isMoment(other)));
        Plan plan = lane.plan();
        if (plan != null) {
            bars.add(new TimelineBar(plan.connection(), TimeView.micros(plan.earliest()),
                    TimeView.micros(plan.latest()), Tone.PLANNED,
                    label(plan, now), words(plan, now)));
        }
        return new TimelineLane(lane.newest(), Shorten.to(lane.path(), LONGEST_PATH) + "  " + lane.newest(), note(lane),
                bars);
    }

    /** {@code #4 in 8–10 s}, and {@code #4 due} when it should have come. */
    static String label(Plan plan, Instant now) {
        long earliest = Math.max(0, Duration.between(now, plan.earliest()).toSeconds());
        long latest = Math.max(0, (Duration.between(now, plan.latest()).toMillis() + 999) / 1000);
        return latest == 0 ? due(plan, now)
                : Strings.of("timeline.plan.label", Integer.toString(plan.number()),
                        earliest == latest ? Long.toString(latest) : earliest + "–" + latest);
    }

    /** {@code #4 due}, and after a second {@code #4 due for 3 s}. */
    private static String due(Plan plan, Instant now) {
        long late = Duration.between(plan.latest(), now).toSeconds();
        String number = Integer.toString(plan.number());
        return late < 1 ? Strings.of("timeline.plan.due", number)
                : Strings.of("timeline.plan.overdue", number, Units.count(late));
    }

    private static String words(Plan plan, Instant now) {
        String number = Integer.toString(plan.number());
        String most = Integer.toString(plan.most());
        String when = plan.planned().isBefore(now) ? Strings.of("timeline.plan.is.due", number, most)
                : Strings.of("timeline.plan", number, most, Units.seconds(Duration.between(now, plan.planned())));
        return when + "\n" + plan.words();
    }

    private static String note(Lane lane) {
        int times = lane.connections().size();
        String again = times == 1 ? "" : Strings.of("timeline.again", Units.count(times));
        return lane.pattern() == null ? again : again + " · " + title(lane.pattern());
    }

    private static String title(RetryPattern pattern) {
        return Strings.of("timeline.pattern." + pattern.name().toLowerCase(Locale.ROOT));
    }

    private static boolean isMoment(TimelineBar bar) {
        return bar.from() == bar.to();
    }

    private static Tone tone(Piece.Kind kind) {
        return switch (kind) {
            case CONNECTING, ATTEMPT -> Tone.TRYING;
            case OPEN -> Tone.GOOD;
            case LOST -> Tone.BROKEN;
            case WAITING -> Tone.WAITING;
            case HELD -> Tone.HELD;
            case ENDED -> Tone.OVER;
        };
    }
}
