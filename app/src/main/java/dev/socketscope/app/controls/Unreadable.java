package dev.socketscope.app.controls;

/** Something typed that is not a value at all; the message reads as the engine's own about values that do not fit. */
public final class Unreadable extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;
    private final String key;
    private final String problem;

    public Unreadable(String key, String found, String expected) {
        this(key, Strings.of("unreadable", found, expected));
    }

    private Unreadable(String key, String problem) {
        super(key + ": " + problem);
        this.key = key;
        this.problem = problem;
    }

    /** Of the field. */
    public String key() {
        return key;
    }

    /** What was found and what was expected. */
    public String problem() {
        return problem;
    }
}
