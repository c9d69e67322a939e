package dev.socketscope.engine.remote;

import dev.socketscope.engine.api.Reconnect;
import dev.socketscope.engine.resume.Backoff;
import dev.socketscope.engine.wire.EngineJson;
import dev.socketscope.engine.wire.Json;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Keeps a {@link Mirror} up to date, on a thread of its own, until it is closed: by WebSocket, by long polls where that does not
 * come through, and after losses again and again.
 */
final class Link implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Link.class);
    private static final Backoff BACKOFF = new Backoff(
            new Reconnect(Duration.ofMillis(250), Duration.ofSeconds(10), 2, 0.3, Integer.MAX_VALUE));
    private static final long STEP_MILLIS = 50;
    private static final int STEPS_BETWEEN_PINGS = 40;
    /** After so long a polling link tries the WebSocket again. */
    private static final Duration POLLING = Duration.ofMinutes(1);
    private static final Duration POLL_WAIT = Duration.ofMillis(250);

    private final ControlApi api;
    private final URI stream;
    private final String token;
    private final Mirror mirror;
    private final Thread thread = Thread.ofPlatform().daemon().name("socketscope-link").unstarted(this::run);
    private final AtomicReference<LinkStatus> status = new AtomicReference<>(away("not connected yet"));
    private volatile boolean closed;

    Link(URI base, String token, ControlApi api, Mirror mirror) {
        this.api = api;
        this.token = token;
        this.mirror = mirror;
        this.stream = URI.create(base.resolve("/api/v1/stream").toString().replaceFirst("^http", "ws"));
    }

    void start() {
        thread.start();
    }

    LinkStatus status() {
        LinkStatus now = status.get();
        return new LinkStatus(now.state(), now.since(), now.lag(), mirror.events.missed(), now.detail());
    }

    private static LinkStatus away(String why) {
        return new LinkStatus(LinkStatus.State.AWAY, Instant.now(), null, 0, why);
    }

    private void run() {
        int attempt = 1;
        try {
            while (!closed) {
                Instant begun = Instant.now();
                String why = guardedSession();
                // A link that has lasted begins with the shortest wait again.
                attempt = begun.plusSeconds(5).isBefore(Instant.now()) ? 1 : attempt + 1;
                if (!closed) {
                    status.set(away(why));
                    Thread.sleep(BACKOFF.delay(attempt, RandomGenerator.getDefault()));
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** What the engine says and this side cannot read ends the session, not the link: it may be another version for a while. */
    private String guardedSession() throws InterruptedException {
        try {
            return session();
        } catch (RuntimeException e) {
            LOG.warn("The link to a remote engine cannot go on", e);
            return "cannot be understood: " + e.getMessage();
        }
    }

    /** @return why it ended */
    private String session() throws InterruptedException {
        try {
            long asked = System.nanoTime();
            mirror.begin(Json.read(api.get("/engine"), EngineJson.class));
            Duration lag = Duration.ofNanos(System.nanoTime() - asked);
            StreamSocket socket = new StreamSocket(URI.create(stream + "?after=" + mirror.events.cursor()), token,
                    mirror::apply, time -> status.updateAndGet(s -> s.measured(time)));
            if (socket.connectBlocking()) {
                status.set(new LinkStatus(LinkStatus.State.STREAMING, Instant.now(), lag, 0, ""));
                return stream(socket);
            }
            status.set(new LinkStatus(LinkStatus.State.POLLING, Instant.now(), lag, 0,
                    "no WebSocket: " + socket.reason()));
            return poll();
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private String stream(StreamSocket socket) throws InterruptedException {
        try {
            socket.send(Json.text(Mirror.subscription()));
            int step = 0;
            while (!socket.ended().await(STEP_MILLIS, TimeUnit.MILLISECONDS)) {
                mirror.takeWishes().forEach(wish -> socket.send(Json.text(wish)));
                if (step++ % STEPS_BETWEEN_PINGS == 0) {
                    socket.measure();
                }
            }
        } catch (WebsocketNotConnectedException _) {
            LOG.debug("The stream has ended just now");
        } finally {
            socket.close();
        }
        return socket.reason();
    }

    private String poll() throws IOException, InterruptedException {
        Instant end = Instant.now().plus(POLLING);
        ObjectNode question = Json.object().put("after", mirror.events.cursor());
        question.putArray("messages").add(Mirror.subscription());
        while (!closed && Instant.now().isBefore(end)) {
            List<ObjectNode> wishes = mirror.takeWishes();
            ArrayNode messages = question.withArray("messages");
            wishes.forEach(messages::add);
            ObjectNode answer = api.post("/poll", question);
            answer.path("messages").forEach(mirror::apply);
            question = Json.object().put("session", answer.path("session").asString());
            question.put("wait", POLL_WAIT.toMillis() + "ms").putArray("messages");
        }
        return "tries a WebSocket again";
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}
