package dev.socketscope.engine.client;

import dev.socketscope.engine.client.SocketEvent.Session;
import dev.socketscope.engine.resume.Backoff;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A WebSocket that dials again whenever its connection is lost, and with an engine in between carries its session over the loss.
 *
 * <pre>
 *   CONNECTING ──► OPEN ──► closed by {@link #close}, by a code that says "do not come back" ──► CLOSED
 *     ▲    │         │                                                                             ▲
 *     │    ▼         ▼                                                                             │
 *     └─ WAITING ◄── lost          the last attempt of {@link SocketSettings#reconnect} failed ────┘
 * </pre>
 *
 * Retried: a missing or refused connection, a loss without Close frame (1006) or without code (1005), a dead peer, and Close
 * frames with 1001, 1011 to 1014 or an application's own code. Not retried: 1000; 1009; and from the peer 1002, 1003, 1007,
 * 1008, 1010, 3000 (unauthorized) and 3003 (forbidden).
 *
 * <p>Messages sent while there is no connection wait, within bounds, and go out in order. A message that was handed to a
 * connection which is then lost may or may not arrive, unless the session is resumed ({@link Session#SAME}): then every message
 * arrives exactly once and in order, both ways.
 *
 * <p>All methods may be called from any thread and return at once. The listener is called on one thread, in order; while it is
 * busy, the peer is held back by TCP. No event follows the one that says that the socket is closed for good.
 */
public final class ReconnectingWebSocket implements AutoCloseable {
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration ROOM_CHECK = Duration.ofMillis(2);
    private static final int NORMAL = 1000;
    private static final int ABNORMAL = 1006;

    /** Where it stands. */
    public enum State {
        CONNECTING, OPEN, WAITING, CLOSED
    }

    private final SocketSettings settings;
    private final Consumer<SocketEvent> listener;
    private final SerialThread thread = new SerialThread("websocket-client");
    private final Outbox outbox;
    private final Backoff backoff;
    private final Random random = new Random();
    private volatile State state = State.CONNECTING;

    // On the thread only.
    private final LinkWatcher watcher = new LinkWatcher();
    private @Nullable Link link;
    private @Nullable Liveness liveness;
    private SerialThread.@Nullable Plan deadline;
    private ResumeToken resume = ResumeToken.fresh();
    private boolean hadSession;
    private boolean closing;
    private int attempt;

    private ReconnectingWebSocket(SocketSettings settings, Consumer<SocketEvent> listener) {
        this.settings = settings;
        this.listener = listener;
        outbox = new Outbox(settings.queue(), settings.resume(), this::flushSoon);
        backoff = new Backoff(settings.reconnect());
    }

    /** Begins to connect; returns at once. */
    public static ReconnectingWebSocket open(SocketSettings settings, Consumer<SocketEvent> listener) {
        ReconnectingWebSocket socket = new ReconnectingWebSocket(settings, listener);
        socket.thread.run(socket::dial);
        return socket;
    }

    /** Sends a text message. */
    public Sent send(String text) {
        return outbox.send(new Message.Text(text));
    }

    /** Sends a binary message; the array is copied. */
    public Sent send(byte[] bytes) {
        return outbox.send(new Message.Binary(bytes.clone()));
    }

    public State state() {
        return state;
    }

    /** How many messages wait for a connection or for its room. */
    public int waiting() {
        return outbox.waiting();
    }

    /**
     * Ends the connection with 1000 and everything else for good. What was answered with {@link Sent.Now} goes out first, what
     * still waits does not. A peer that does not answer the Close frame within 2 s is cut. The last event is a
     * {@link SocketEvent.Closed}.
     */
    @Override
    public void close() {
        outbox.close();
        thread.run(this::sayGoodbye);
    }

    private void sayGoodbye() {
        Link present = link;
        closing = true;
        if (present != null && state == State.OPEN) {
            present.close(NORMAL, "");
            thread.after(CLOSE_TIMEOUT, () -> watcher.lose(present, "no answer to the Close frame"));
        } else {
            if (present != null) {
                present.terminate();
            }
            emit(new SocketEvent.Closed(NORMAL, "", false, null));
            finish();
        }
    }

    private void dial() {
        if (closing) {
            return;
        }
        state = State.CONNECTING;
        Link dialled = new Link(settings, settings.resume() ? resume.headers() : Map.of(), thread, watcher);
        link = dialled;
        deadline = thread.after(settings.connectTimeout(), () -> watcher.lose(dialled,
                "no connection within " + settings.connectTimeout().toMillis() + " ms"));
        dialled.connect();
    }

    private void ready(Link opened, SocketEvent.Opened event) {
        cancelDeadline();
        attempt = 0;
        hadSession = true;
        state = State.OPEN;
        outbox.open(opened);
        liveness = new Liveness(settings.keepAlive(), opened, outbox, thread,
                () -> watcher.lose(opened, "no sign of life"));
        liveness.start();
        emit(event);
    }

    private void ended(Link link, int code, String reason, boolean remote) {
        link.abandon();
        this.link = null;
        cancelDeadline();
        if (liveness != null) {
            liveness.stop();
        }
        outbox.hold();
        boolean wanted = !closing && RetryRule.retries(code, remote);
        if (wanted && backoff.allows(attempt + 1)) {
            attempt++;
            Duration delay = backoff.delay(attempt, random);
            state = State.WAITING;
            thread.after(delay, () -> dialAgain(delay));
            emit(new SocketEvent.Closed(code, reason, remote, delay));
            return;
        }
        emit(new SocketEvent.Closed(code, reason, remote, null));
        if (wanted) {
            emit(new SocketEvent.GaveUp(attempt));
        }
        finish();
    }

    private void dialAgain(Duration delay) {
        emit(new SocketEvent.Attempt(attempt, settings.reconnect().maxAttempts(), delay));
        dial();
    }

    private void finish() {
        state = State.CLOSED;
        outbox.close();
        thread.end();
    }

    private void cancelDeadline() {
        if (deadline != null) {
            deadline.cancel();
        }
    }

    private void flushSoon() {
        thread.after(ROOM_CHECK, outbox::goOn);
    }

    private void emit(SocketEvent event) {
        thread.guarded(() -> listener.accept(event));
    }

    /** What happens on connections. Those that were given up may still have something to say, which nobody hears. */
    private final class LinkWatcher implements Link.Watcher {
        @Override
        public void opened(Link opened) {
            // With a session to resume, the engine's answer comes first, within the same deadline.
            if (opened == link && !closing && !settings.resume()) {
                ready(opened, new SocketEvent.Opened(Session.PLAIN, 0, 0));
            }
        }

        @Override
        public void message(Link from, Message message) {
            if (from != link) {
                return;
            }
            if (state != State.OPEN) {
                ResumedMessage answer = ResumedMessage.of(message).orElse(null);
                if (answer != null) {
                    resumed(from, answer);
                    return;
                }
                resume = resume.fromZero();
                ready(from, new SocketEvent.Opened(Session.PLAIN, 0, outbox.restart()));
            }
            if (settings.resume()) {
                resume = resume.oneMore();
            }
            emit(switch (message) {
                case Message.Text(String text) -> new SocketEvent.Text(text);
                case Message.Binary(byte[] bytes) -> new SocketEvent.Binary(bytes);
            });
        }

        private void resumed(Link from, ResumedMessage answer) {
            if (answer.session() != Session.SAME) {
                resume = resume.nextSession();
                Session session = hadSession ? Session.LOST : answer.session();
                ready(from, new SocketEvent.Opened(session, answer.missing(), outbox.restart()));
            } else if (outbox.resume(answer.received())) {
                resume = resume.sameSession();
                ready(from, new SocketEvent.Opened(Session.SAME, 0, 0));
            } else {
                emit(new SocketEvent.Failed("the engine says it has " + answer.received()
                        + " messages of this session, which cannot be; a new session begins"));
                resume = ResumeToken.fresh();
                lose(from, "not resumable");
            }
        }

        @Override
        public void pong(Link from, String payload) {
            if (from == link) {
                outbox.pong(payload);
            }
        }

        @Override
        public void failed(Link at, String what) {
            if (at == link) {
                emit(new SocketEvent.Failed(what));
            }
        }

        @Override
        public void closed(Link closed, int code, String reason, boolean remote) {
            if (closed == link) {
                ended(closed, code, reason, remote);
            }
        }

        /** Gives a connection up without waiting for the library to notice. */
        void lose(Link lost, String why) {
            if (lost == link) {
                lost.terminate();
                ended(lost, ABNORMAL, why, false);
            }
        }
    }
}
