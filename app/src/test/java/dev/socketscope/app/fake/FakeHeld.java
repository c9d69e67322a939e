package dev.socketscope.app.fake;

import dev.socketscope.engine.api.Event;
import dev.socketscope.engine.api.HeldMessage;
import dev.socketscope.engine.api.Release;
import dev.socketscope.engine.api.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongFunction;

/** What waits in a fake engine, and what became of it. */
public final class FakeHeld {
    private final Consumer<LongFunction<Event>> tell;
    private final Map<String, HeldMessage> waiting = new LinkedHashMap<>();
    private final Map<String, byte[]> contents = new LinkedHashMap<>();
    private final Map<String, Release> decisions = new LinkedHashMap<>();

    FakeHeld(Consumer<LongFunction<Event>> tell) {
        this.tell = tell;
    }

    public synchronized void hold(HeldMessage message, byte[] content) {
        waiting.put(message.id(), message);
        contents.put(message.id(), content);
    }

    /** Lets a message go on without anybody's decision. */
    public synchronized void end(String id, Event.Outcome outcome, Duration waited) {
        HeldMessage message = waiting.remove(id);
        if (message != null) {
            tell.accept(seq -> new Event.MessageReleased(seq, Instant.now(), message.connection(), id,
                    message.breakpoint(), message.direction(), outcome, waited));
        }
    }

    /** What was decided, by id, in this order. */
    public synchronized Map<String, Release> decisions() {
        return new LinkedHashMap<>(decisions);
    }

    synchronized List<HeldMessage> all() {
        return List.copyOf(waiting.values());
    }

    synchronized Optional<byte[]> content(String id) {
        return waiting.containsKey(id) ? Optional.ofNullable(contents.get(id)) : Optional.empty();
    }

    synchronized Reply release(String id, Release how) {
        if (waiting.remove(id) == null) {
            return new Reply.Refused("No message " + id + " is held.");
        }
        decisions.put(id, how);
        return new Reply.Done("Let " + id + " go on.");
    }
}
