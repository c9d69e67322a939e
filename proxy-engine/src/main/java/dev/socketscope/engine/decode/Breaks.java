package dev.socketscope.engine.decode;

/** Says why bytes could not be read to their end. */
final class Breaks {
    private Breaks() {}

    /** @param detail as the reader put it; only said of a message that is all there */
    static String why(String format, Message message, String detail) {
        return message.complete() ? "Not " + format + " to the end: " + Words.line(detail) + "."
                : "Only the beginning of the message is known; reading ended there.";
    }
}
