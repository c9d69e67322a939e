package dev.socketscope.engine.api;

/** A filter expression that cannot be understood. The message says what was expected. */
public final class FilterException extends Exception {
    private static final long serialVersionUID = 1L;
    private final int position;

    /** @param position index of the first character that does not fit, 0 to the expression's length */
    public FilterException(String message, int position) {
        super(message);
        this.position = position;
    }

    public int position() {
        return position;
    }
}
