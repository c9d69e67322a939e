package dev.socketscope.engine.query.filter;

import dev.socketscope.engine.journal.FrameScreen;
import java.util.Arrays;
import java.util.List;

/** A number that every frame has. */
enum Quantity {
    /** Payload bytes on the wire. */
    SIZE("size"),
    /** Microseconds; negative while unknown. */
    IN_PROXY("inproxy"), SEQ("seq");

    /** All the names. */
    static final List<String> TERMS = Arrays.stream(values()).map(Quantity::term).toList();

    private final String term;

    Quantity(String term) {
        this.term = term;
    }

    String term() {
        return term;
    }

    /** What every frame passes whose quantity compares so. An unknown one compares with nothing. */
    FrameScreen screen(Comparison comparison, long value) {
        return new FrameScreen.Within(measure(), switch (comparison) {
            case EQUAL, GREATER, AT_LEAST -> Math.max(0, value);
            case NOT_EQUAL, LESS, AT_MOST -> 0;
        }, switch (comparison) {
            case EQUAL, LESS, AT_MOST -> value;
            case NOT_EQUAL, GREATER, AT_LEAST -> Long.MAX_VALUE;
        });
    }

    private FrameScreen.Measure measure() {
        return switch (this) {
            case SIZE -> FrameScreen.Measure.LENGTH;
            case IN_PROXY -> FrameScreen.Measure.IN_PROXY_MICROS;
            case SEQ -> FrameScreen.Measure.SEQ;
        };
    }

    long of(FilterSubject frame) {
        return switch (this) {
            case SIZE -> frame.length();
            case IN_PROXY -> frame.inProxyMicros();
            case SEQ -> frame.seq();
        };
    }
}
