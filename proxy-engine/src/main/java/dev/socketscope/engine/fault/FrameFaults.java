package dev.socketscope.engine.fault;

import dev.socketscope.engine.api.ControlFault;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.EndingFault;
import dev.socketscope.engine.api.FaultSpec;
import dev.socketscope.engine.api.MessageFault;
import dev.socketscope.engine.api.Opcode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The faults of control frames and of whole messages in one direction of a connection.
 *
 * <pre>
 *   ping, pong ─► swallow, delay
 *   message ─► disconnect ─► drop ─► replace, corrupt, truncate ─► duplicate ─► reorder ─► delay ─► fragment ─► violate
 * </pre>
 *
 * That is the order, whatever the order of arming; among faults of one step the order of arming decides. Belongs to the connection's
 * thread.
 */
public final class FrameFaults {
    /** What becomes of a Ping or Pong; {@code swallowed} counts before the delay. */
    public record ControlFate(boolean swallowed, long delayNanos) {
        static final ControlFate PASS = new ControlFate(false, 0);
    }

    private record Rule(FaultRule rule, FaultSpec spec, Trigger trigger) {}

    private final Direction direction;
    private final FiringListener listener;
    private final List<Rule> rules = new ArrayList<>();
    private final List<ReorderWindow> windows = new ArrayList<>();

    FrameFaults(Direction direction, FiringListener listener) {
        this.direction = direction;
        this.listener = listener;
    }

    /** Other faults from now on; those that stay go on counting where they were. */
    void use(List<FaultRule> inScope, ConnectionFacts connection) {
        rules.removeIf(each -> !inScope.contains(each.rule));
        for (FaultRule rule : inScope) {
            if (concerns(rule, connection) && rules.stream().noneMatch(each -> each.rule == rule)) {
                rules.add(new Rule(rule, rule.armed().spec(), new Trigger(rule, connection, direction)));
            }
        }
        rules.sort((a, b) -> Integer.compare(inScope.indexOf(a.rule), inScope.indexOf(b.rule)));
    }

    /** Messages that depend on each other's compression can only be let pass. */
    private boolean concerns(FaultRule rule, ConnectionFacts connection) {
        FaultSpec spec = rule.armed().spec();
        boolean kind = spec instanceof ControlFault
                || spec instanceof MessageFault && !connection.contextTakeover()
                || spec instanceof EndingFault ending && Endings.waitsForMessage(rule, ending);
        return kind && rule.match().includes(direction);
    }

    /** Whether frames may simply be passed on. */
    public boolean idle() {
        return rules.isEmpty() && windows.stream().allMatch(ReorderWindow::isEmpty);
    }

    /** Whether whole messages have to be shown; otherwise only control frames. */
    public boolean wantsMessages() {
        return rules.stream().anyMatch(each -> !(each.spec instanceof ControlFault))
                || windows.stream().anyMatch(window -> !window.isEmpty());
    }

    /** @param opcode PING or PONG */
    public ControlFate control(Opcode opcode, long now) {
        long delay = 0;
        for (Rule each : rules) {
            if (each.spec instanceof ControlFault kind && means(kind, opcode) && each.trigger.fires(now)) {
                if (each.spec instanceof ControlFault.DelayPong(var by)) {
                    delay += by.toNanos();
                    fired(each, "pong kept back for " + by.toMillis() + " ms", now);
                } else {
                    fired(each, opcode.wireName() + " swallowed", now);
                    return new ControlFate(true, 0);
                }
            }
        }
        return delay == 0 ? ControlFate.PASS : new ControlFate(false, delay);
    }

    private static boolean means(ControlFault kind, Opcode opcode) {
        return switch (kind) {
            case ControlFault.SwallowPing _ -> opcode == Opcode.PING;
            case ControlFault.SwallowPong _,ControlFault.DelayPong _ -> opcode == Opcode.PONG;
        };
    }

    /** What becomes of a whole message. */
    public Fate message(Message message, long now) {
        for (Rule each : rules) {
            if (each.spec instanceof EndingFault.Disconnect d && fires(each, message, now)) {
                fired(each, "connection ended in place of a message", now);
                return new Fate(List.of(), new Ending(d.leg(), d.mode(), d.code(),
                        d.reason().isEmpty() ? "disconnect" : d.reason(), each.rule.id()));
            }
        }
        for (Rule each : rules) {
            if (each.spec instanceof MessageFault.Drop && fires(each, message, now)) {
                fired(each, "message of " + message.payload().length + " bytes dropped", now);
                return new Fate(List.of(), null);
            }
        }
        return new Fate(arrange(copies(changed(message, now), now), now), null);
    }

    private boolean fires(Rule each, Message message, long now) {
        return each.rule.concerns(message) && each.trigger.fires(now);
    }

    private void fired(Rule each, String detail, long now) {
        listener.fired(each.rule.fire(detail, now));
    }

    private Delivery changed(Message message, long now) {
        Delivery delivery = Delivery.unchanged(message);
        for (Rule each : rules) {
            byte[] content = each.spec instanceof MessageFault fault && changes(fault) && fires(each, message, now)
                    ? change(fault, delivery.content(), message.opcode(), each.trigger) : null;
            if (content != null) {
                delivery = delivery.with(content);
                fired(each, "message changed: " + each.rule.armed().type().wireName(), now);
            }
        }
        return delivery;
    }

    private static boolean changes(MessageFault fault) {
        return fault instanceof MessageFault.Replace || fault instanceof MessageFault.Corrupt
                || fault instanceof MessageFault.Truncate;
    }

    private static byte @Nullable [] change(MessageFault fault, byte[] content, Opcode opcode, Trigger trigger) {
        return switch (fault) {
            case MessageFault.Replace r -> Mutations.replace(content, r.findBytes(), r.withBytes());
            case MessageFault.Corrupt c -> Mutations.corrupt(content, opcode, c, trigger.effects());
            case MessageFault.Truncate t -> Mutations.truncate(content, opcode, t.bytes());
            case MessageFault.Drop _,MessageFault.Duplicate _,MessageFault.Reorder _,MessageFault.Delay _,MessageFault.Fragment _,MessageFault.Violate _ ->
                null;
        };
    }

    private List<Delivery> copies(Delivery first, long now) {
        List<Delivery> all = new ArrayList<>(List.of(first));
        for (Rule each : rules) {
            if (each.spec instanceof MessageFault.Duplicate(int copies, var gap) && fires(each, first.message(), now)) {
                for (int i = 1; i <= copies; i++) {
                    all.add(first.copyAfter(i * gap.toNanos()));
                }
                fired(each, "message doubled, " + copies + " times", now);
            }
        }
        return all;
    }

    private List<Delivery> arrange(List<Delivery> deliveries, long now) {
        List<Delivery> arranged = reordered(deliveries, now);
        List<Delivery> finished = new ArrayList<>();
        for (Delivery delivery : arranged) {
            finished.add(finish(delivery, now));
        }
        return finished;
    }

    private List<Delivery> reordered(List<Delivery> deliveries, long now) {
        List<Delivery> all = deliveries;
        for (Rule each : rules) {
            if (each.spec instanceof MessageFault.Reorder reorder) {
                ReorderWindow window = window(each, reorder);
                boolean begins = window.isEmpty() && !all.isEmpty() && fires(each, all.getFirst().message(), now);
                if (begins || !window.isEmpty()) {
                    all = window.add(all, now);
                    if (!all.isEmpty()) {
                        fired(each, all.size() + " messages reordered", now);
                    }
                }
            }
        }
        return all;
    }

    private ReorderWindow window(Rule each, MessageFault.Reorder spec) {
        for (ReorderWindow window : windows) {
            if (window.rule() == each.rule) {
                return window;
            }
        }
        ReorderWindow made = new ReorderWindow(each.rule, spec, each.trigger.effects());
        windows.add(made);
        return made;
    }

    private Delivery finish(Delivery delivery, long now) {
        Delivery finished = delivery;
        for (Rule each : rules) {
            if (each.spec instanceof MessageFault.Delay(var delay, var jitter)
                    && fires(each, delivery.message(), now)) {
                double spread = 2 * each.trigger.effects().nextDouble() - 1;
                finished = finished.later(delay.toNanos() + (long) (jitter.toNanos() * spread));
                fired(each, "message kept back", now);
            } else if (each.spec instanceof MessageFault.Fragment(int bytes) && finished.content().length > bytes
                    && fires(each, delivery.message(), now)) {
                finished = finished.inFragments(bytes);
                fired(each, "message fragmented", now);
            } else if (each.spec instanceof MessageFault.Violate(var rule) && fires(each, delivery.message(), now)) {
                finished = finished.after(rule);
                fired(each, "frame inserted that breaks a rule: " + rule, now);
            }
        }
        return finished;
    }

    /** What has been kept for too long, or by a fault that is no more. */
    public List<Delivery> due(long now) {
        List<Delivery> released = new ArrayList<>();
        for (ReorderWindow window : windows) {
            boolean disarmed = rules.stream().noneMatch(each -> each.rule == window.rule());
            released.addAll(disarmed ? window.takeInOrder() : window.takeIfLate(now));
        }
        windows.removeIf(window -> window.isEmpty() && rules.stream().noneMatch(each -> each.rule == window.rule()));
        return released;
    }

    /** Everything that is kept, in its own order: nothing may come behind a Close frame. */
    public List<Delivery> flush() {
        List<Delivery> released = new ArrayList<>();
        windows.forEach(window -> released.addAll(window.takeInOrder()));
        return released;
    }

    /** How long until {@link #due} has to be asked. */
    public long untilNext(long now) {
        return windows.stream().mapToLong(window -> window.untilLate(now)).min().orElse(Waits.NEVER);
    }
}
