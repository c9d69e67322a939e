package dev.socketscope.engine.query.filter;

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

    long of(FilterSubject frame) {
        return switch (this) {
            case SIZE -> frame.length();
            case IN_PROXY -> frame.inProxyMicros();
            case SEQ -> frame.seq();
        };
    }
}
