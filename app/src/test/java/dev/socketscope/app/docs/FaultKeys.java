package dev.socketscope.app.docs;

import dev.socketscope.app.docs.AskedKeys.Key;
import dev.socketscope.engine.api.FaultType;
import dev.socketscope.engine.api.InvalidFaultException;
import dev.socketscope.engine.config.FaultReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The keys of one type of fault, found out by reading faults of it: good ones, and for each key a bad one. */
final class FaultKeys {
    private static final String TOO_LONG = "a".repeat(200_000);
    private static final Map<String, Object> SELECTORS = Map.of("direction", "to-client", "opcode", "text", "text", "a",
            "everyNth", 2L, "skip", 2L);
    private static final Map<String, Object> CHOICES = Map.of("probability", 0.5, "count", 2L);

    private final FaultType type;
    private final AskedKeys asked;
    private final AskedKeys selectors;

    FaultKeys(FaultType type) {
        this.type = type;
        selectors = AskedKeys.all(Map.of("path", "/", "opcode", "text"));
        asked = AskedKeys.all(Map.of("type", type.wireName(), "match", selectors));
        problem(asked);
    }

    private List<Key> all() {
        return asked.keys();
    }

    private int place(String key) {
        return all().stream().map(Key::name).toList().indexOf(key);
    }

    /** What no other type need have: what is asked for before anything else, also where all of it together cannot be. */
    List<Key> own() {
        int end = place("match");
        return all().subList(place("type") + 1, end < 0 ? all().size() : end);
    }

    /** What every type takes beside {@code type}. */
    List<Key> common() {
        return all().subList(place("match") + 1, all().size());
    }

    List<Key> selectors() {
        return selectors.keys();
    }

    /** Selectors and choices that a fault of the type must not have. */
    List<String> refused() {
        List<String> refused = new ArrayList<>();
        SELECTORS.keySet().stream().sorted().forEach(key -> {
            Map<String, Object> one = Map.of(key, SELECTORS.get(key));
            if (problem(fault(Map.of("match", AskedKeys.only(one)))).isPresent()) {
                refused.add("match." + key);
            }
        });
        CHOICES.keySet()
                .stream()
                .sorted()
                .filter(key -> problem(fault(Map.of(key, CHOICES.get(key)))).isPresent())
                .forEach(refused::add);
        return refused;
    }

    /** Which of its choices the key may have with this type. */
    Stream<String> possible(Key key, String above) {
        return key.choices().stream().filter(choice -> problem(with(key, above, choice)).isEmpty());
    }

    /** What the reader says that it expects where it is given what cannot be; where it takes anything, its kind. */
    String range(Key key, String above) {
        if (key.kind().contains("object")) {
            return key.kind();
        }
        Object bad = switch (key.kind()) {
            case "a whole number" -> -1L;
            case "a number" -> -1.0;
            case "a duration" -> Duration.ofSeconds(-1);
            default -> TOO_LONG;
        };
        return problem(with(key, above, bad)).filter(problem -> problem.key().equals(above + key.name()))
                .map(problem -> problem.problem()
                        .replaceFirst("(?s).*expected ", "")
                        .replaceFirst("(to the delay), .*", "$1"))
                .orElse(key.kind());
    }

    private AskedKeys with(Key key, String above, Object value) {
        Map<String, Object> one = Map.of(key.name(), value);
        return fault(above.isEmpty() ? one : Map.of("match", AskedKeys.only(one)));
    }

    /** A good one but for what is given. */
    private AskedKeys fault(Map<String, Object> given) {
        Map<String, Object> keys = new HashMap<>(given);
        keys.put("type", type.wireName());
        if (type == FaultType.MAP && !given.containsKey("base64")) {
            keys.putIfAbsent("text", "a");
        }
        return AskedKeys.only(keys);
    }

    private static Optional<InvalidFaultException> problem(AskedKeys keys) {
        try {
            FaultReader.read(keys);
            return Optional.empty();
        } catch (InvalidFaultException e) {
            return Optional.of(e);
        }
    }
}
