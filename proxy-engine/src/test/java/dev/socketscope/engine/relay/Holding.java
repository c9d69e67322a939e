package dev.socketscope.engine.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.api.Breakpoint;
import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Event;
import dev.socketscope.engine.api.FaultMatch;
import dev.socketscope.engine.api.HeldMessage;
import dev.socketscope.engine.api.Opcode;
import dev.socketscope.engine.api.Release;
import dev.socketscope.engine.api.Reply;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What tests do with breakpoints again and again. */
final class Holding {
    static final FaultMatch DOWN = FaultMatch.ANY.going(Direction.TO_CLIENT);
    static final FaultMatch UP = FaultMatch.ANY.going(Direction.TO_UPSTREAM);
    static final Release FORWARD = new Release.Forward();
    static final Release DROP = new Release.Drop();

    private Holding() {}

    static Release edited(String text) {
        return new Release.Edited(Opcode.TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Sets it, waits until open connections know of it, and answers its id. */
    static String set(LocalEngine engine, Breakpoint breakpoint) {
        Reply reply = Engines.submit(engine, new Command.SetBreakpoint(breakpoint));
        assertThat(reply).isInstanceOf(Reply.Armed.class);
        settle(engine);
        return ((Reply.Armed) reply).id();
    }

    static String set(LocalEngine engine, FaultMatch match) {
        return set(engine, Breakpoint.on(match));
    }

    /** What was submitted before has reached every event loop. */
    private static void settle(LocalEngine engine) {
        engine.context().registry().tunnels().forEach(tunnel -> tunnel.run(() -> {}).join());
    }

    /** Waits until so many messages are held. */
    static List<HeldMessage> held(LocalEngine engine, int count) {
        return await().until(engine::heldMessages, held -> held.size() == count);
    }

    static void release(LocalEngine engine, HeldMessage message, Release how) {
        assertThat(Engines.submit(engine, new Command.ReleaseHeld(message.id(), how))).isInstanceOf(Reply.Done.class);
    }

    static List<Event.Outcome> outcomes(LocalEngine engine) {
        return Engines.events(engine, Event.MessageReleased.class)
                .stream()
                .map(Event.MessageReleased::outcome)
                .toList();
    }
}
