package dev.socketscope.engine.relay;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The tunnels whose clients may come back. Bounded by the number of connections. Any thread may call. */
final class ResumeSessions {
    private final Map<String, Tunnel> tunnels = new ConcurrentHashMap<>();

    /** A token is good for the place that it was first used at. */
    static String key(String token, RequestTarget target) {
        return token + ' ' + target.host() + target.path();
    }

    void open(String key, Tunnel tunnel) {
        tunnels.put(key, tunnel);
    }

    @Nullable
    Tunnel find(String key) {
        return tunnels.get(key);
    }

    /** The tunnel has ended. */
    void forget(String key, Tunnel tunnel) {
        tunnels.remove(key, tunnel);
    }
}
