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
 *   message ─► disconnect ─► drop ─► replace, map, corrupt, truncate ─► duplicate ─► reorder ─► delay, fragment, violate
 * </pre>
 *
 * That is the order, whatever the order of arming; among faults of one step the order of arming decides. Belongs to the connection's
 * thread.
 */
public final class FrameFaults {
    /** What becomes of a Ping or Pong; {@code swallowed} counts before the delay, which ends with the faults that hold it. */
    public record ControlFate(boolean swallowed, long delayNanos, List<FaultRule> heldBy) {
        static final ControlFate PASS = new ControlFate(false, 0, List.of());
        static final ControlFate SWALLOWED = new ControlFate(true, 0, List.of());
    }

    private final Direction direction;
    private final FiringListener listener;
    private final List<Placed> faults = new ArrayList<>();
    private final List<ReorderWindow> windows = new ArrayList<>();
    private List<FaultRule> inScope = List.of();

    FrameFaults(Direction direction, FiringListener listener) {
        this.direction = direction;
        this.listener = listener;
    }

    /** Other faults from now on; those that stay go on counting where they were. */
    void use(List<FaultRule> now, ConnectionFacts connection) {
        inScope = now;
        List<Placed> before = List.copyOf(faults);
        faults.clear();
        for (FaultRule rule : now) {
            if (concerns(rule, connection)) {
                faults.add(before.stream()
                        .filter(each -> each.rule() == rule)
                        .findFirst()
                        .orElseGet(() -> place(rule, connection)));
            }
        }
    }

    private Placed place(FaultRule rule, ConnectionFacts connection) {
        FaultSpec spec = rule.armed().spec();
        Placed placed = new Placed(rule, spec, new Trigger(rule, connection, direction), listener);
        if (spec instanceof MessageFault.Reorder reorder) {
            windows.add(new ReorderWindow(placed, reorder));
        }
        return placed;
    }

    private boolean concerns(FaultRule rule, ConnectionFacts connection) {
        FaultSpec spec = rule.armed().spec();
        boolean kind = spec instanceof ControlFault || spec instanceof MessageFault
                || spec instanceof EndingFault ending && Endings.waitsForMessage(rule, ending);
        return kind && rule.match().includes(direction) && FaultConflicts.canAct(rule.armed().fault(), connection);
    }

    /** Whether frames may simply be passed on. */
    public boolean idle() {
        return faults.isEmpty() && windows.stream().allMatch(ReorderWindow::isEmpty);
    }

    /** Whether whole messages have to be shown; otherwise only control frames. */
    public boolean wantsMessages() {
        return faults.stream().anyMatch(each -> !(each.spec() instanceof ControlFault))
                || windows.stream().anyMatch(window -> !window.isEmpty());
    }

    /** @param opcode PING or PONG */
    public ControlFate control(Opcode opcode, long now) {
        long delay = 0;
        List<FaultRule> heldBy = new ArrayList<>();
        for (Placed each : faults) {
            if (each.spec() instanceof ControlFault kind && means(kind, opcode) && each.trigger().fires(now)) {
                if (kind instanceof ControlFault.DelayPong(var by)) {
                    delay += by.toNanos();
                    heldBy.add(each.rule());
                    each.tell("pong kept back for " + by.toMillis() + " ms", now);
                } else {
                    each.tell(opcode.wireName() + " swallowed", now);
                    return ControlFate.SWALLOWED;
                }
            }
        }
        return delay == 0 ? ControlFate.PASS : new ControlFate(false, delay, heldBy);
    }

    private static boolean means(ControlFault kind, Opcode opcode) {
        return switch (kind) {
            case ControlFault.SwallowPing _ -> opcode == Opcode.PING;
            case ControlFault.SwallowPong _,ControlFault.DelayPong _ -> opcode == Opcode.PONG;
        };
    }

    /** What becomes of a whole message. */
    public Fate message(Message message, long now) {
        Ending ending = ending(message, now);
        if (ending != null || dropped(message, now)) {
            return new Fate(List.of(), ending);
        }
        List<Delivery> deliveries = FinishingFaults.copies(faults, ContentFaults.change(faults, message, now), now);
        for (ReorderWindow window : windows) {
            deliveries = window.add(deliveries, now);
        }
        return new Fate(FinishingFaults.finish(faults, deliveries, now), null);
    }

    private @Nullable Ending ending(Message message, long now) {
        for (Placed each : faults) {
            if (each.spec() instanceof EndingFault.Disconnect d && each.fires(message, now)) {
                each.tell("connection ended in place of a message", now);
                return Disconnect.ending(each.rule(), d);
            }
        }
        return null;
    }

    private boolean dropped(Message message, long now) {
        for (Placed each : faults) {
            if (each.spec() instanceof MessageFault.Drop && each.fires(message, now)) {
                each.tell("message of " + message.payload().length + " bytes dropped", now);
                return true;
            }
        }
        return false;
    }

    /** What has been kept for too long, or by a fault that is no more. */
    public List<Delivery> due(long now) {
        List<Delivery> released = new ArrayList<>();
        windows.forEach(window -> released.addAll(window.takeIfOver(inScope, now)));
        windows.removeIf(window -> window.isDone(inScope));
        return FinishingFaults.finish(faults, released, now);
    }

    /** Everything that is kept, in its own order: nothing may come behind a Close frame. */
    public List<Delivery> flush(long now) {
        List<Delivery> released = new ArrayList<>();
        windows.forEach(window -> released.addAll(window.take()));
        return FinishingFaults.finish(faults, released, now);
    }

    /** Whether what these faults delay is to go on at once: all of them have been disarmed, and not because they have done their last. */
    public boolean letGo(List<FaultRule> heldBy) {
        return heldBy.stream().allMatch(rule -> rule.isDisarmed(inScope));
    }

    /** How long until {@link #due} has to be asked. */
    public long untilNext(long now) {
        return windows.stream().mapToLong(window -> window.untilLate(now)).min().orElse(Waits.NEVER);
    }
}
