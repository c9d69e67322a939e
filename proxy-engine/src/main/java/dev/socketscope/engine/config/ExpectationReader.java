package dev.socketscope.engine.config;

import dev.socketscope.engine.scenario.Expectation;
import dev.socketscope.engine.scenario.Expectation.Comparison;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads one element of a scenario's {@code expect}. */
final class ExpectationReader {
    static final List<String> KEYS = List.of("reconnects-within", "no-message-lost", "no-reload", "closes-with",
            "dead-peer-noticed-within", "metric");
    private static final Syntax<Boolean> TRUE = new Syntax<>("true; leave the key out to expect nothing",
            text -> Optional.of(true).filter(any -> text.equals("true")));
    private static final Syntax<String> METRIC = new Syntax<>(
            "a metric's name such as websocket_errors_total or websocket_messages_total{direction=\"sent\"}",
            text -> Optional.of(text).filter(Expectation.Metric::isName));
    private static final Syntax<Comparison> OP = new Syntax<>(
            "one of " + Arrays.stream(Comparison.values()).map(Comparison::sign).collect(Collectors.joining(" ")),
            text -> Arrays.stream(Comparison.values()).filter(op -> op.sign().equals(text)).findFirst());
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,9})?");
    private static final Syntax<Double> VALUE = new Syntax<>("a number such as 0 or 12.5",
            text -> NUMBER.matcher(text).matches() ? Optional.of(Double.parseDouble(text)) : Optional.empty());

    private ExpectationReader() {}

    /** Empty when it is no expectation, which has been reported. */
    static Optional<Expectation> read(Section section) {
        Optional<Expectation> expectation = section.exactlyOne(KEYS).flatMap(key -> expectation(section, key));
        section.finish();
        return expectation;
    }

    /** An expectation alone. The keys that problems name are its own. */
    static Expectation parse(Map<String, Object> keys) throws ConfigException {
        return Problems.none(problems -> new YamlReader(problems).section(YamlText.flow(keys), "an expectation")
                .flatMap(ExpectationReader::read));
    }

    private static Optional<Expectation> expectation(Section in, String key) {
        return switch (key) {
            case "reconnects-within" -> in.read(key, ScenarioReader.SPAN).map(Expectation.ReconnectsWithin::new);
            case "dead-peer-noticed-within" ->
                in.read(key, ScenarioReader.SPAN).map(Expectation.DeadPeerNoticedWithin::new);
            case "no-message-lost" -> in.read(key, TRUE).map(any -> new Expectation.NoMessageLost());
            case "no-reload" -> in.read(key, TRUE).map(any -> new Expectation.NoReload());
            case "closes-with" -> closes(in, key);
            default -> metric(in, key);
        };
    }

    private static Optional<Expectation> closes(Section in, String key) {
        Optional<List<Integer>> codes = in.oneOrMore(key, Syntax.whole(1000, 4999),
                "a close code from 1000 to 4999, or a list of them");
        if (codes.isPresent() && codes.get().isEmpty()) {
            in.invalid(key, "got an empty list, expected at least one close code");
            return Optional.empty();
        }
        return codes.map(Expectation.ClosesWith::new);
    }

    private static Optional<Expectation> metric(Section in, String key) {
        Optional<String> metric = in.read(key, METRIC);
        Optional<Comparison> op = in.require("op", OP);
        Optional<Double> value = in.require("value", VALUE);
        return metric.flatMap(name -> op.flatMap(sign -> value.map(v -> new Expectation.Metric(name, sign, v))));
    }
}
