package dev.socketscope.app;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.handshake.ServerHandshake;

/** Remembers what it was told. */
final class EchoClient extends WebSocketClient {
    private static final int PATIENCE_SECONDS = 20;

    /** {@code 1001 going away}. */
    final CompletableFuture<String> ended = new CompletableFuture<>();
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    EchoClient(URI uri) {
        super(uri);
    }

    void connectNow() throws InterruptedException {
        if (!connectBlocking(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("no connection to " + getURI());
        }
    }

    /** Sends a word and waits for it to come back. */
    Duration roundTrip(String word) throws InterruptedException {
        long began = System.nanoTime();
        send(word);
        awaitWord(word);
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /** Waits for the next message, which has to be this one. */
    void awaitWord(String word) throws InterruptedException {
        String next = next();
        if (!word.equals(next)) {
            throw new AssertionError("heard " + next + " instead of " + word);
        }
    }

    /** Waits for the next message. */
    String next() throws InterruptedException {
        String next = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("heard nothing more");
        }
        return next;
    }

    /** What nobody has waited for yet. */
    List<String> heard() {
        return List.copyOf(heard);
    }

    @Override
    public void onOpen(ServerHandshake handshake) {}

    @Override
    public void onMessage(String message) {
        heard.add(message);
    }

    @Override
    public void onClose(int code, String reason, boolean remote) {
        ended.complete(code + " " + reason);
    }

    @Override
    public void onError(Exception e) {}
}
