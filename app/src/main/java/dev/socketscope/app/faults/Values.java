package dev.socketscope.app.faults;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads what stands in the fields of a card. Every method throws {@link Unreadable} when it is no such value. */
final class Values {
    private final UnaryOperator<String> texts;

    /** @param texts finds the text of a key */
    Values(UnaryOperator<String> texts) {
        this.texts = texts;
    }

    String text(String key) {
        return texts.apply(key);
    }

    <E extends Enum<E>> E pick(String key, Class<E> type) {
        return Enum.valueOf(type, text(key).toUpperCase(Locale.ROOT));
    }

    Duration span(String key) {
        return Duration.of(amount(key, Quantity.TIME), ChronoUnit.MICROS);
    }

    /** Null for an empty field. */
    @Nullable
    Duration spanOrNone(String key) {
        return text(key).isBlank() ? null : span(key);
    }

    long bytes(String key) {
        return amount(key, Quantity.BYTES);
    }

    /** A number of bytes that fits into an {@code int}. */
    int size(String key) {
        return small(key, bytes(key));
    }

    long rate(String key) {
        return amount(key, Quantity.RATE);
    }

    int number(String key) {
        return small(key, amount(key, Quantity.NUMBER));
    }

    /** Null for an empty field. */
    @Nullable
    Integer numberOrNone(String key) {
        return text(key).isBlank() ? null : number(key);
    }

    long seed(String key) {
        return amount(key, Quantity.NUMBER);
    }

    /** 0 to 1. */
    double share(String key) {
        return amount(key, Quantity.SHARE) / 1e6;
    }

    private long amount(String key, Quantity quantity) {
        return quantity.read(text(key)).orElseThrow(() -> new Unreadable(key, text(key), quantity.expected()));
    }

    private int small(String key, long value) {
        if (value > Integer.MAX_VALUE) {
            throw new Unreadable(key, text(key), Quantity.NUMBER.expected());
        }
        return (int) value;
    }
}
