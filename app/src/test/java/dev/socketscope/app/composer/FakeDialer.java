package dev.socketscope.app.composer;

import dev.socketscope.engine.api.DialEvent;
import dev.socketscope.engine.api.DialTarget;
import dev.socketscope.engine.api.Dialed;
import dev.socketscope.engine.api.Dialer;
import dev.socketscope.engine.api.Opcode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Remembers what it was asked, and lets a test tell what happens. */
final class FakeDialer implements Dialer {
    final List<DialTarget> targets = new ArrayList<>();
    final List<Consumer<DialEvent>> listeners = new ArrayList<>();
    /** {@code text hello}, {@code close 1000 bye}, {@code drop}. */
    final List<String> done = new ArrayList<>();
    boolean takes = true;

    @Override
    public Dialed dial(DialTarget target, Consumer<DialEvent> told) {
        targets.add(target);
        listeners.add(told);
        return new Dialed() {
            @Override
            public boolean send(Opcode opcode, byte[] payload) {
                done.add(opcode.wireName() + " " + new String(payload, java.nio.charset.StandardCharsets.UTF_8));
                return takes;
            }

            @Override
            public void close(int code, String reason) {
                done.add("close " + code + " " + reason);
            }

            @Override
            public void drop() {
                done.add("drop");
            }
        };
    }

    /** Tells the newest listener. */
    void tell(DialEvent event) {
        listeners.getLast().accept(event);
    }

    void opens() {
        tell(new DialEvent.Opened(new DialEvent.Answer(101, "Switching Protocols", List.of())));
    }
}
