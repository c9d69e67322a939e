package dev.socketscope.app.e2e;

import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.api.Reconnect;
import dev.socketscope.engine.client.ReconnectingWebSocket;
import dev.socketscope.engine.client.Sent;
import dev.socketscope.engine.client.SocketEvent;
import dev.socketscope.engine.client.SocketSettings;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** A client that is resumed by the engine when its line is lost, and sends numbered messages meanwhile. */
final class ResumedClient implements AutoCloseable {
    /** The engine keeps 100 for a client that is away. */
    private static final int UNANSWERED = 60;
    private static final Reconnect SOON = new Reconnect(Duration.ofMillis(20), Duration.ofMillis(200), 2, 0.5,
            Integer.MAX_VALUE);
    private final String id;
    private final List<Integer> got = new CopyOnWriteArrayList<>();
    private final ReconnectingWebSocket socket;
    private final Thread sender;
    private volatile boolean stopping;
    private volatile int sent;

    ResumedClient(String id, int port) {
        this.id = id;
        socket = ReconnectingWebSocket.open(SocketSettings
                .to(URI.create("ws://127.0.0.1:" + port + "/resumed?client=" + id))
                .withReconnect(SOON)
                .resuming(), this::heard);
        sender = Thread.ofVirtual().start(this::send);
    }

    private void heard(SocketEvent event) {
        if (event instanceof SocketEvent.Text(String text)) {
            got.add(Integer.valueOf(text.split(" ", 3)[1]));
        }
    }

    private void send() {
        while (!stopping) {
            if (sent - got.size() < UNANSWERED && !(socket.send(id + " " + sent + " x") instanceof Sent.Refused)) {
                sent += 1;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    String id() {
        return id;
    }

    /** Sends no more. @return all numbers that were sent, in order, when as many have been answered */
    List<Integer> finish(Duration limit) throws InterruptedException {
        stopping = true;
        sender.join();
        await().atMost(limit).until(() -> got.size() >= sent);
        return IntStream.range(0, sent).boxed().toList();
    }

    List<Integer> got() {
        return new ArrayList<>(got);
    }

    @Override
    public void close() {
        stopping = true;
        socket.close();
    }
}
