package dev.socketscope.app.controls;

/** Something typed that is not a value at all; the message reads as the engine's own about values that do not fit. */
public final class Unreadable extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** @param key of the field; the message begins with it and a colon */
    public Unreadable(String key, String found, String expected) {
        super(key + ": " + Strings.of("unreadable", found, expected));
    }
}
