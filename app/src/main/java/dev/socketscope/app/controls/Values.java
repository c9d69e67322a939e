package dev.socketscope.app.controls;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads what stands in the fields of a form. Every method throws {@link Unreadable} when it is no such value. */
public final class Values {
    private final UnaryOperator<String> texts;

    /** @param texts finds the text of a key */
    public Values(UnaryOperator<String> texts) {
        this.texts = texts;
    }

    public String text(String key) {
        return texts.apply(key);
    }

    public <E extends Enum<E>> E pick(String key, Class<E> type) {
        return Enum.valueOf(type, text(key).toUpperCase(Locale.ROOT));
    }

    public Duration span(String key) {
        return Duration.of(amount(key, Quantity.TIME), ChronoUnit.MICROS);
    }

    /** Null for an empty field. */
    public @Nullable Duration spanOrNone(String key) {
        return text(key).isBlank() ? null : span(key);
    }

    public long bytes(String key) {
        return amount(key, Quantity.BYTES);
    }

    /** A number of bytes that fits into an {@code int}. */
    public int size(String key) {
        return small(key, bytes(key));
    }

    public long rate(String key) {
        return amount(key, Quantity.RATE);
    }

    public int number(String key) {
        return small(key, amount(key, Quantity.NUMBER));
    }

    /** Null for an empty field. */
    public @Nullable Integer numberOrNone(String key) {
        return text(key).isBlank() ? null : number(key);
    }

    public long seed(String key) {
        return amount(key, Quantity.NUMBER);
    }

    /** 0 to 1. */
    public double share(String key) {
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
