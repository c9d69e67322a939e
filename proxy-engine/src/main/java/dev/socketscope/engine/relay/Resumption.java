package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.Leg;
import org.jspecify.annotations.Nullable;

/** What a client's wish to be resumed comes to when its session begins. Belongs to the client's event loop. */
final class Resumption {
    private final ResumeRequest.Taken taken;
    private ResumedMessage session = ResumedMessage.NEW;
    private long missing;

    Resumption(ResumeRequest.Taken taken) {
        this.taken = taken;
    }

    /** What is wrong with the wish; empty when nothing is, or when there is no wish. */
    String problem() {
        return taken.problem();
    }

    @Nullable
    ResumeRequest wish() {
        return taken.wish();
    }

    /** No session is held under the token: a client that already has messages of one has lost it. */
    void notHeld() {
        ResumeRequest wish = taken.wish();
        if (wish != null && wish.received() > 0) {
            session = ResumedMessage.LOST;
        }
    }

    /** The session cannot go on; so many messages of it are known to be lost. */
    void lost(long messages) {
        session = ResumedMessage.LOST;
        missing = messages;
    }

    /** The session begins; the 101 has been written. */
    void begin(Tunnel tunnel) {
        ResumeRequest wish = taken.wish();
        if (wish == null) {
            return;
        }
        tunnel.resumable(wish);
        if (wish.counts()) {
            tunnel.to(Leg.CLIENT).greet(session.frame(0, missing));
        }
    }
}
