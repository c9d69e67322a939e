package dev.socketscope.engine.doctor;

/** A text that is not a configuration of that proxy. The message names source, line and what is wrong. */
public final class UnreadableException extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableException(String message) {
        super(message);
    }

    UnreadableException(int line, String problem) {
        super(line + ": " + problem);
    }
}
