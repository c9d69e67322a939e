package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.HeldMessage;
import dev.socketscope.engine.fault.BreakpointRule;
import dev.socketscope.engine.query.Previews;
import java.time.Instant;

/**
 * A message that a breakpoint holds, with what is needed to let it go. Any thread may read it; only the tunnel's event loop decides.
 *
 * @param queue where it waits
 * @param wire all of its frames as they came
 */
record HeldEntry(int number, HeldMessage message, BreakpointRule rule, HeldQueue queue, byte[] wire) {

    static HeldEntry of(int number, BreakpointRule rule, HeldQueue queue, WireMessage message) {
        Instant now = Instant.now();
        byte[] content = message.payload();
        return new HeldEntry(number, new HeldMessage("held_" + number, rule.id(), queue.connection(), queue.direction(),
                message.opcode(), content.length, now, now.plus(rule.breakpoint().holdFor()),
                Previews.of(message.opcode(), content)), rule, queue, message.wire());
    }

    String id() {
        return message.id();
    }

    /** As its sender sent it. What was inflated for the breakpoint is not kept: it may be much longer than the frames. */
    WireMessage unchanged() {
        return new WireMessage(message.opcode(), wire);
    }
}
