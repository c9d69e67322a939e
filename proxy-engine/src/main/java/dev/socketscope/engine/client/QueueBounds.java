package dev.socketscope.engine.client;

/**
 * What a client may keep for sending: messages that wait and, when it resumes, messages whose arrival is not confirmed yet.
 *
 * @param maxMessages 1 or more
 * @param maxBytes payload of all of them together, 1 or more
 */
public record QueueBounds(int maxMessages, long maxBytes) {
    public static final QueueBounds DEFAULT = new QueueBounds(1_000, 8L << 20);

    /** @throws IllegalArgumentException when a bound is below 1 */
    public QueueBounds {
        if (maxMessages < 1 || maxBytes < 1) {
            throw new IllegalArgumentException(
                    "queue bounds of " + maxMessages + " messages and " + maxBytes
                            + " bytes: expected 1 or more of each");
        }
    }
}
