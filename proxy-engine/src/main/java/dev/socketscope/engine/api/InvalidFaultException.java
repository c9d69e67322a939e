package dev.socketscope.engine.api;

/** A fault that cannot be. The message names the key, the value and what was expected. */
public final class InvalidFaultException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;
    private final String key;
    private final String problem;

    InvalidFaultException(String key, String problem) {
        super(key + ": " + problem);
        this.key = key;
        this.problem = problem;
    }

    /** Of the control API, relative to the fault, for example {@code match.everyNth}. */
    public String key() {
        return key;
    }

    /** What was found and what was expected. */
    public String problem() {
        return problem;
    }
}
