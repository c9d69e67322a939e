package dev.socketscope.engine.wire;

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
