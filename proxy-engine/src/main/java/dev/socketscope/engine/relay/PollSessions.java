package dev.socketscope.engine.relay;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The pages that poll, over all event loops. Bounded; any thread may call. */
final class PollSessions {
    private static final int MOST = 1_000;

    private final Map<String, PollSession> sessions = new HashMap<>();

    synchronized @Nullable PollSession find(String key) {
        return sessions.get(key);
    }

    /** @return false when as many pages poll as allowed */
    synchronized boolean add(String key, PollSession session) {
        return sessions.size() < MOST && sessions.putIfAbsent(key, session) == null;
    }

    synchronized void remove(String key, PollSession session) {
        sessions.remove(key, session);
    }
}
