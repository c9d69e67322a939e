package dev.socketscope.app.composer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The last {@value #MOST} messages that were sent, walked through as in a shell. JavaFX thread only; needs no toolkit. */
final class SentHistory {
    static final int MOST = 50;

    private final List<Body.State> sent = new ArrayList<>();
    private int at;

    SentHistory(List<Body.State> before) {
        before.stream().limit(MOST).forEach(sent::add);
        at = sent.size();
    }

    void add(Body.State message) {
        sent.remove(message);
        sent.add(message);
        if (sent.size() > MOST) {
            sent.removeFirst();
        }
        at = sent.size();
    }

    /** The one before; empty at the oldest. */
    Optional<Body.State> back() {
        return at == 0 ? Optional.empty() : Optional.of(sent.get(--at));
    }

    /** The one after; empty behind the newest. */
    Optional<Body.State> forward() {
        at = Math.min(sent.size(), at + 1);
        return at == sent.size() ? Optional.empty() : Optional.of(sent.get(at));
    }

    /** Oldest first. */
    List<Body.State> all() {
        return List.copyOf(sent);
    }
}
