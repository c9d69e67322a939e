package dev.socketscope.engine.control;

import dev.socketscope.engine.wire.Constants;
import dev.socketscope.engine.wire.Spans;
import dev.socketscope.engine.wire.Suggestion;
import dev.socketscope.engine.wire.WireException;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;

/**
 * A request's query, read strictly: each parameter at most once, and {@link #finish} refuses those that nobody asked for. All
 * methods throw {@link WireException}. Belongs to one thread.
 */
final class Params {
    private static final int MOST_PARAMETERS = 32;
    private final Map<String, List<String>> values;
    private final SequencedSet<String> known = new LinkedHashSet<>();

    Params(Map<String, List<String>> values) {
        this.values = values;
    }

    /** @throws IllegalArgumentException when percent signs do not stand before two hexadecimal digits */
    static Params of(String uri) {
        return new Params(QueryStringDecoder.builder().maxParams(MOST_PARAMETERS).build(uri).parameters());
    }

    Optional<String> text(String key) {
        known.add(key);
        List<String> found = values.getOrDefault(key, List.of());
        if (found.size() > 1) {
            throw new WireException(key, found.size() + " of them", "it once");
        }
        return found.stream().findFirst();
    }

    long number(String key, long fallback, long min, long max) {
        Optional<String> text = text(key);
        if (text.isEmpty()) {
            return fallback;
        }
        return number(key, text.get(), min, max);
    }

    static long number(String key, String text, long min, long max) {
        long value = text.matches("\\d{1,18}") ? Long.parseLong(text) : -1;
        if (value < min || value > max) {
            throw new WireException(key, '"' + text + '"', "a whole number from " + min + " to " + max);
        }
        return value;
    }

    <E extends Enum<E>> E choice(Class<E> type, String key, E fallback) {
        return optionalChoice(type, key).orElse(fallback);
    }

    <E extends Enum<E>> Optional<E> optionalChoice(Class<E> type, String key) {
        return text(key).map(name -> Constants.parse(type, key, name));
    }

    boolean flag(String key) {
        return text(key).map(text -> {
            if (!text.equals("true") && !text.equals("false")) {
                throw new WireException(key, '"' + text + '"', "true or false");
            }
            return text.equals("true");
        }).orElse(false);
    }

    Duration span(String key, Duration max) {
        Duration span = text(key).map(text -> Spans.parse(key, text)).orElse(Duration.ZERO);
        if (span.compareTo(max) > 0) {
            throw new WireException(key, Spans.text(span), "a duration up to " + Spans.text(max));
        }
        return span;
    }

    void finish() {
        for (String key : values.keySet()) {
            if (!known.contains(key)) {
                throw new WireException(key, "an unknown parameter", (known.isEmpty()
                        ? "none"
                        : "one of " + String.join(", ", known)) + Suggestion.of(key, known));
            }
        }
    }
}
