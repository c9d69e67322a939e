package dev.socketscope.app.bench;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.handshake.ServerHandshake;

/**
 * Clients of an echo that send messages of about 200 bytes at a steady rate together, so that twice as many frames pass. Every now and
 * then one of them leaves and another comes.
 */
final class EchoLoad implements AutoCloseable {
    private static final int CLIENTS = 20;

    private final URI echo;
    private final int messagesPerSecond;
    private final int messagesOfLife;
    private final List<Client> clients = new ArrayList<>();
    private final LongAdder sent = new LongAdder();
    private final LongAdder received = new LongAdder();
    private final Thread thread = Thread.ofPlatform().daemon().name("echo-load").unstarted(this::run);
    private volatile boolean ended;

    /** @param messagesOfLife after so many a client leaves and another one comes */
    EchoLoad(URI echo, int framesPerSecond, int messagesOfLife) {
        this.echo = echo;
        this.messagesOfLife = messagesOfLife;
        this.messagesPerSecond = framesPerSecond / 2;
        for (int i = 0; i < CLIENTS; i++) {
            clients.add(connected());
        }
    }

    EchoLoad start() {
        thread.start();
        return this;
    }

    /** Frames that the clients have sent and got. */
    long frames() {
        return sent.sum() + received.sum();
    }

    private Client connected() {
        Client client = new Client(echo);
        client.connect();
        return client;
    }

    private void run() {
        long began = System.nanoTime();
        long count = 0;
        while (!ended) {
            long due = (System.nanoTime() - began) / 1_000 * messagesPerSecond / 1_000_000;
            for (; count < due; count++) {
                send((int) (count % CLIENTS), count);
            }
            LockSupport.parkNanos(1_000_000);
        }
    }

    private void send(int index, long count) {
        Client client = clients.get(index);
        if (client.isClosed() || client.life == messagesOfLife) {
            client.close();
            clients.set(index, connected());
        } else if (client.isOpen()) {
            client.life++;
            client.send(
                    "{\"seq\":%d,\"from\":\"client %d\",\"note\":\"%s\"}".formatted(count, index, "soak ".repeat(28)));
            sent.increment();
        }
    }

    @Override
    public void close() {
        ended = true;
        clients.forEach(WebSocketClient::close);
    }

    private final class Client extends WebSocketClient {
        private int life;

        Client(URI uri) {
            super(uri);
        }

        @Override
        public void onOpen(ServerHandshake handshake) {}

        @Override
        public void onMessage(String message) {
            received.increment();
        }

        @Override
        public void onClose(int code, String reason, boolean remote) {}

        @Override
        public void onError(Exception e) {}
    }
}
