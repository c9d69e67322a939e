package dev.socketscope.engine.config;

import dev.socketscope.engine.api.FaultMatch;
import dev.socketscope.engine.scenario.Expectation;
import dev.socketscope.engine.scenario.Scenario;
import dev.socketscope.engine.scenario.Step;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** Scenarios as the text that {@link ScenarioReader} reads. What a reader would assume anyway is left out; comments are not known here. */
public final class ScenarioWriter {
    private static final FaultMatch ANY = FaultMatch.ANY;

    private ScenarioWriter() {}

    /** Several lines. The name is the file's, so it is not written. */
    public static String write(Scenario scenario) {
        StringBuilder text = new StringBuilder();
        head(scenario).forEach((key, value) -> text.append(key)
                .append(": ")
                .append(YamlText.flow(value))
                .append('\n'));
        list(text, "steps", scenario.steps().stream().map(ScenarioWriter::shortest).toList());
        list(text, "expect", scenario.expectations().stream().map(ScenarioWriter::keys).toList());
        return text.toString();
    }

    /** What concerns a scenario as a whole. */
    static SequencedMap<String, Object> head(Scenario scenario) {
        Keys out = new Keys();
        if (!scenario.about().isEmpty()) {
            out.with("about", scenario.about());
        }
        return scoped(out.with("seed", scenario.seed()), scenario.match()).with("length", scenario.length()).done();
    }

    private static void list(StringBuilder text, String key, List<SequencedMap<String, Object>> items) {
        if (!items.isEmpty()) {
            text.append(key).append(":\n");
        }
        for (SequencedMap<String, Object> item : items) {
            String flow = YamlText.flow(item);
            text.append("  - ").append(item.size() == 1 ? flow.substring(1, flow.length() - 1) : flow).append('\n');
        }
    }

    /** Every key of a step that has a value. */
    static SequencedMap<String, Object> keys(Step step) {
        Keys out = new Keys().with("at", step.at());
        return switch (step) {
            case Step.Arm arm -> out.with("arm", fault(arm)).done();
            case Step.Disarm disarm -> out.with("disarm", disarm.label()).done();
            case Step.Cut cut -> out.with("cut", cut(cut)).done();
            case Step.Preset preset -> scoped(out.with("preset", preset.preset()), preset.match())
                    .with("for", preset.time())
                    .done();
            case Step.Inject inject -> out.with("inject", scoped(new Keys(), inject.match())
                    .with("direction", inject.direction())
                    .with("text", inject.text())
                    .done()).done();
        };
    }

    private static SequencedMap<String, Object> fault(Step.Arm arm) {
        SequencedMap<String, Object> keys = FaultWriter.write(arm.fault());
        if (!arm.ownSeed()) {
            keys.remove("seed");
        }
        return keys;
    }

    private static SequencedMap<String, Object> cut(Step.Cut cut) {
        return scoped(new Keys(), cut.match()).with("leg", cut.legs())
                .with("mode", cut.mode())
                .with("code", cut.code())
                .with("reason", cut.reason())
                .with("for", cut.time())
                .done();
    }

    private static Keys scoped(Keys out, FaultMatch match) {
        return match.equals(ANY) ? out : out.with("match", fewest(FaultWriter.match(match)));
    }

    /** Of the selectors those that select. */
    private static Map<String, Object> fewest(SequencedMap<String, Object> match) {
        match.remove("everyNth", (Object) (long) ANY.everyNth());
        match.remove("skip", (Object) (long) ANY.skip());
        return match;
    }

    static SequencedMap<String, Object> keys(Expectation expectation) {
        Keys out = new Keys();
        return switch (expectation) {
            case Expectation.ReconnectsWithin e -> out.with("reconnects-within", e.limit()).done();
            case Expectation.NoMessageLost _ -> truth("no-message-lost");
            case Expectation.NoReload _ -> truth("no-reload");
            case Expectation.ClosesWith(List<Integer> codes) when codes.size() == 1 ->
                out.with("closes-with", codes.getFirst()).done();
            case Expectation.ClosesWith(List<Integer> codes) -> out.with("closes-with", codes).done();
            case Expectation.DeadPeerNoticedWithin e -> out.with("dead-peer-noticed-within", e.limit()).done();
            case Expectation.Metric e ->
                out.with("metric", e.metric()).with("op", e.op().sign()).with("value", e.value()).done();
        };
    }

    private static SequencedMap<String, Object> truth(String key) {
        SequencedMap<String, Object> keys = new LinkedHashMap<>();
        keys.put(key, true);
        return keys;
    }

    /** Without the keys that say what would be so without them. */
    private static SequencedMap<String, Object> shortest(Step step) {
        SequencedMap<String, Object> keys = keys(step);
        if (keys.get("arm") instanceof SequencedMap<?, ?> fault) {
            dropUsual(step, keys, fault);
            if (fault.get("match") instanceof SequencedMap<?, ?> match) {
                dropUsual(step, keys, match);
            }
        } else if (keys.get("cut") instanceof SequencedMap<?, ?> cut) {
            dropUsual(step, keys, cut);
        }
        return keys;
    }

    /** Asks the reader, so that there is one place that knows what is usual. */
    private static void dropUsual(Step step, SequencedMap<String, Object> whole, SequencedMap<?, ?> part) {
        for (Object key : List.copyOf(part.keySet())) {
            Object value = part.remove(key);
            if (value != null && !StepReader.reads(whole, step)) {
                putBack(part, key, value);
            }
        }
    }

    // What is put back was taken from there.
    @SuppressWarnings("unchecked")
    private static void putBack(SequencedMap<?, ?> part, Object key, Object value) {
        ((SequencedMap<Object, Object>) part).put(key, value);
    }
}
