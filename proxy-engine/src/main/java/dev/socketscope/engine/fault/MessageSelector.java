package dev.socketscope.engine.fault;

import dev.socketscope.engine.api.FaultMatch;
import org.jspecify.annotations.Nullable;

/**
 * The selectors of messages, with their text understood. Any thread may ask.
 *
 * @param text what {@code match.text} means; null when and only when there is none
 */
record MessageSelector(FaultMatch match, @Nullable TextMatcher text) {
    MessageSelector {
        if ((text == null) != (match.text() == null)) {
            throw new IllegalArgumentException("match.text: got "
                    + (text == null ? "a text without a matcher" : "a matcher without a text")
                    + ", expected both or neither");
        }
    }

    /** Whether opcode and text leave the message. */
    boolean leaves(Message message) {
        return (match.opcode() == null || match.opcode() == message.opcode())
                && (text == null || text.matches(message.payload()));
    }
}
