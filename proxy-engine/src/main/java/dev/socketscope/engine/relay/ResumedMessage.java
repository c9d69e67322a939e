package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.Leg;
import dev.socketscope.engine.api.Names;

/** The first message to a client that counts: what became of its session, and how many of its messages have been taken. */
enum ResumedMessage {
    /** The first time. */
    NEW,
    /** The session was held; everything that the client does not have follows. */
    SAME,
    /** The session is gone; counting starts anew. */
    LOST;

    /** @param missing how many messages can never be sent again; 0 when nobody knows */
    EngineFrame frame(long received, long missing) {
        String session = Names.of(this);
        return EngineFrame.text(Leg.CLIENT,
                "{\"type\":\"resumed\",\"session\":\"" + session + "\",\"received\":" + received
                        + (missing > 0 ? ",\"missing\":" + missing : "") + "}");
    }
}
