package dev.socketscope.engine.client;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Keeps one member of the demo connected, as its role wants it. Everything but the watcher's calls is on the demo's thread. */
final class DemoVisitor implements DemoSocket.Watcher {
    private static final Duration FETCH_TIMEOUT = Duration.ofSeconds(10);
    private final URI engine;
    private final DemoRole role;
    private final SerialThread thread;
    private final HttpClient http;
    private final RandomGenerator random;
    private volatile @Nullable DemoSocket socket;
    private @Nullable Conversation conversation;
    private int failures;

    DemoVisitor(URI engine, DemoRole role, SerialThread thread, HttpClient http, RandomGenerator random) {
        this.engine = engine;
        this.role = role;
        this.thread = thread;
        this.http = http;
        this.random = random;
    }

    void connect() {
        DemoSocket next = new DemoSocket(engine, role, this);
        socket = next;
        next.connect();
    }

    /** Says goodbye with 1001. From any thread, when the demo's own one has ended. */
    void leave() {
        DemoSocket present = socket;
        if (present != null) {
            present.close(1001, "the demo is over");
        }
    }

    /** Whether nothing is connected any more. From any thread. */
    boolean gone() {
        return socket == null;
    }

    /** Ends what has not ended by itself. From any thread. */
    void cut() {
        DemoSocket present = socket;
        if (present != null) {
            present.drop();
        }
    }

    @Override
    public void opened(DemoSocket opened) {
        thread.run(() -> {
            failures = 0;
            conversation = new Conversation(opened);
            role.opened(conversation);
        });
    }

    @Override
    public void text(DemoSocket from, String message) {
        thread.run(() -> {
            if (conversation != null) {
                role.text(conversation, message);
            }
        });
    }

    @Override
    public void binary(DemoSocket from, ByteBuffer message) {
        thread.run(() -> {
            if (conversation != null) {
                role.binary(conversation, message);
            }
        });
    }

    @Override
    public void ended(DemoSocket ended) {
        socket = null;
        thread.run(() -> {
            boolean wasOpen = conversation != null;
            if (conversation != null) {
                conversation.end();
            }
            conversation = null;
            failures = wasOpen ? 0 : failures + 1;
            role.comeBack(wasOpen, failures, random).ifPresent(pause -> thread.after(pause, this::connect));
        });
    }

    /** One connection from open to end. */
    private final class Conversation implements DemoConnection {
        private final DemoSocket socket;
        private final List<SerialThread.Plan> plans = new ArrayList<>();

        Conversation(DemoSocket socket) {
            this.socket = socket;
        }

        void end() {
            plans.forEach(SerialThread.Plan::cancel);
            plans.clear();
        }

        @Override
        public void send(String text) {
            socket.sendText(text);
        }

        @Override
        public void send(byte[] bytes) {
            socket.sendBinary(bytes);
        }

        @Override
        public void sendInPieces(String... pieces) {
            socket.sendPieces(pieces);
        }

        @Override
        public void every(Duration period, Runnable task) {
            plans.add(thread.every(period, task));
        }

        @Override
        public void after(Duration pause, Runnable task) {
            SerialThread.Plan[] self = new SerialThread.Plan[1];
            self[0] = thread.after(pause, () -> {
                plans.remove(self[0]);
                task.run();
            });
            plans.add(self[0]);
        }

        @Override
        public void fetch(String path) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(engine + path)).timeout(FETCH_TIMEOUT);
            // As of a page, so that the engine sees whose fetch it is.
            String agent = role.headers().get("User-Agent");
            if (agent != null) {
                request.header("User-Agent", agent);
            }
            http.sendAsync(request.build(), BodyHandlers.discarding()).exceptionally(_ -> null);
        }

        @Override
        public void close(int code, String reason) {
            socket.close(code, reason);
        }

        @Override
        public void drop() {
            socket.drop();
        }
    }
}
