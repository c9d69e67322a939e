package dev.socketscope.app.composer;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** When pings were sent that nobody has answered yet; the last {@value #MOST} of them. Safe for any thread. */
final class Pings {
    private static final int MOST = 100;
    private final Map<String, Instant> waiting = new LinkedHashMap<>();
    private int number;

    /** The payload of the next one, which is sent now. */
    synchronized String next() {
        if (waiting.size() == MOST) {
            waiting.remove(waiting.keySet().iterator().next());
        }
        String payload = "ping " + ++number;
        waiting.put(payload, Instant.now());
        return payload;
    }

    /** Empty for a Pong that answers no ping, or answers it again. */
    synchronized Optional<Instant> sentAt(String payload) {
        return Optional.ofNullable(waiting.remove(payload));
    }
}
