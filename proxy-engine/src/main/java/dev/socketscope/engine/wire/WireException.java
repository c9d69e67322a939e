package dev.socketscope.engine.wire;

import dev.socketscope.engine.api.InvalidFaultException;

/** JSON that does not say what it should. The message names key, value and expectation. */
public final class WireException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;
    private final String key;
    private final String value;
    private final String expected;

    /**
     * @param key with dots below the root, for example {@code match.everyNth}; empty for the document as a whole
     * @param value as it was found, for people
     */
    public WireException(String key, String value, String expected) {
        super((key.isEmpty() ? "" : key + ": ") + "got " + value + ", expected " + expected);
        this.key = key;
        this.value = value;
        this.expected = expected;
    }

    /** From a value that cannot be, as the API tells it. */
    static WireException of(InvalidFaultException e) {
        String[] parts = e.problem().split(", expected ", 2);
        return new WireException(e.key(), parts[0].replaceFirst("^got ", ""),
                parts.length == 2 ? parts[1] : "something else");
    }

    public String key() {
        return key;
    }

    public String value() {
        return value;
    }

    public String expected() {
        return expected;
    }
}
