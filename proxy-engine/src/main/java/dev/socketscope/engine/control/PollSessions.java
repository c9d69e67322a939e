package dev.socketscope.engine.control;

import dev.socketscope.engine.api.Engine;
import dev.socketscope.engine.wire.Members;
import dev.socketscope.engine.wire.Spans;
import dev.socketscope.engine.wire.WireException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The stream for readers that cannot have a WebSocket: the same wishes and messages, in the bodies of {@code POST /poll}. A session
 * that nobody asks for a minute is forgotten; there are at most {@value #MOST_SESSIONS}. Any thread.
 */
final class PollSessions implements AutoCloseable {
    private static final int MOST_SESSIONS = 32;
    private static final Duration LIFE = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final long STEP_MILLIS = 50;

    private final Engine engine;
    private final LongSupplier nanos;
    private final Map<String, Polled> sessions = new LinkedHashMap<>();

    /** A session; the lock lets one call at a time use it. */
    private static final class Polled {
        final ReentrantLock lock = new ReentrantLock();
        final StreamSession session;
        volatile long usedAt;

        Polled(StreamSession session) {
            this.session = session;
        }
    }

    /** @param session to be sent with the next call */
    record Turn(String session, List<Object> messages) {}

    PollSessions(Engine engine, LongSupplier nanos) {
        this.engine = engine;
        this.nanos = nanos;
    }

    Answer poll(ObjectNode body) throws InterruptedException {
        Members in = new Members(body, "");
        String id = in.optionalText("session");
        long after = in.number("after", 0);
        Duration wait = in.span("wait", Duration.ZERO);
        List<ObjectNode> wishes = in.trees("messages");
        in.finish();
        if (wait.compareTo(LONGEST_WAIT) > 0) {
            throw new WireException("wait", Spans.text(wait), "a duration up to " + Spans.text(LONGEST_WAIT));
        }
        String key = id == null ? UUID.randomUUID().toString() : id;
        Polled polled = find(key, id == null, after);
        if (polled == null) {
            return id == null
                    ? Answer.problem(503, "There are " + MOST_SESSIONS + " polled streams already.")
                    : Answer.problem(404, "There is no such session (any more); begin again without one.");
        }
        return turn(key, polled, wishes, wait);
    }

    private Answer turn(String key, Polled polled, List<ObjectNode> wishes, Duration wait) throws InterruptedException {
        if (!polled.lock.tryLock()) {
            return Answer.problem(Submission.REFUSED, "Another call is using this session.");
        }
        try {
            wishes.forEach(polled.session::receive);
            long deadline = nanos.getAsLong() + wait.toNanos();
            List<Object> messages = polled.session.collect();
            while (messages.isEmpty() && nanos.getAsLong() - deadline < 0) {
                Thread.sleep(STEP_MILLIS);
                messages = polled.session.collect();
            }
            return Answer.json(new Turn(key, messages));
        } finally {
            polled.usedAt = nanos.getAsLong();
            polled.lock.unlock();
        }
    }

    private synchronized @Nullable Polled find(String key, boolean begin, long after) {
        forgetOld();
        if (begin && sessions.size() < MOST_SESSIONS) {
            Polled made = new Polled(new StreamSession(engine, after));
            made.usedAt = nanos.getAsLong();
            sessions.put(key, made);
        }
        return sessions.get(key);
    }

    private void forgetOld() {
        long now = nanos.getAsLong();
        for (Iterator<Polled> each = sessions.values().iterator(); each.hasNext();) {
            Polled polled = each.next();
            if (now - polled.usedAt > LIFE.toNanos() && polled.lock.tryLock()) {
                polled.session.close();
                polled.lock.unlock();
                each.remove();
            }
        }
    }

    @Override
    public synchronized void close() {
        List<Polled> all = new ArrayList<>(sessions.values());
        sessions.clear();
        all.forEach(p -> p.session.close());
    }
}
