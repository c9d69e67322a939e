package dev.socketscope.engine.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.awaitility.Awaitility;

/** Remembers what a socket tells. */
final class Recorder implements Consumer<SocketEvent> {
    static final Duration SOON = Duration.ofSeconds(20);
    private final List<SocketEvent> events = new ArrayList<>();

    @Override
    public synchronized void accept(SocketEvent event) {
        events.add(event);
    }

    synchronized List<SocketEvent> events() {
        return List.copyOf(events);
    }

    <T extends SocketEvent> List<T> all(Class<T> kind) {
        return events().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Texts as strings, binary messages as lists of bytes. */
    List<Object> messages() {
        List<Object> messages = new ArrayList<>();
        for (SocketEvent event : events()) {
            switch (event) {
                case SocketEvent.Text(String text) -> messages.add(text);
                case SocketEvent.Binary(byte[] bytes) -> messages.add(ResumeServer.boxed(bytes));
                case SocketEvent.Attempt _,SocketEvent.Opened _,SocketEvent.Failed _,SocketEvent.Closed _,SocketEvent.GaveUp _ -> {
                    // No message.
                }
            }
        }
        return messages;
    }

    synchronized int count(Class<? extends SocketEvent> kind) {
        int count = 0;
        for (SocketEvent event : events) {
            count += kind.isInstance(event) ? 1 : 0;
        }
        return count;
    }

    /** The n-th event of a kind, counted from 1, as soon as it has happened. */
    <T extends SocketEvent> T await(int n, Class<T> kind) {
        Awaitility.await().atMost(SOON).until(() -> count(kind) >= n);
        return all(kind).get(n - 1);
    }

    <T extends SocketEvent> T await(Class<T> kind) {
        return await(1, kind);
    }
}
