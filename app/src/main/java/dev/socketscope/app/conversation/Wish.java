package dev.socketscope.app.conversation;

import dev.socketscope.engine.conversation.Pace;
import dev.socketscope.engine.conversation.Sameness;

/**
 * How a conversation is to be held again.
 *
 * @param address URL of the server, or where the mock listens
 */
record Wish(Part part, String address, Pace pace, Sameness sameness) {
    /** What this side plays. */
    enum Part {
        CLIENT, SERVER
    }
}
