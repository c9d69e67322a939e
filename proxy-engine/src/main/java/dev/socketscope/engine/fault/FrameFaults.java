package dev.socketscope.engine.fault;

import dev.socketscope.engine.api.ControlFault;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.EndingFault;
import dev.socketscope.engine.api.HandshakeFault;
import dev.socketscope.engine.api.MessageFault;
import dev.socketscope.engine.api.Opcode;
import dev.socketscope.engine.api.TransportFault;
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
    private final Direction direction;
    private final FiringListener listener;
    private final List<ControlAct> controls = new ArrayList<>();
    private final List<MessageAct> messages = new ArrayList<>();
    private List<FaultRule> inScope = List.of();

    FrameFaults(Direction direction, FiringListener listener) {
        this.direction = direction;
        this.listener = listener;
    }

    /** Other faults from now on; those that stay go on counting where they were. */
    void use(List<FaultRule> now, ConnectionFacts connection) {
        List<FaultRule> before = inScope;
        inScope = now;
        controls.removeIf(act -> !now.contains(act.hold().rule()));
        messages.removeIf(this::isDone);
        for (FaultRule rule : now) {
            if (!before.contains(rule) && concerns(rule, connection)) {
                place(rule, connection);
            }
        }
    }

    private boolean concerns(FaultRule rule, ConnectionFacts connection) {
        return rule.match().includes(direction) && FaultConflicts.canAct(rule.armed().fault(), connection);
    }

    private void place(FaultRule rule, ConnectionFacts connection) {
        switch (rule.armed().spec()) {
            case ControlFault spec -> controls.add(ControlAct.of(spec, hold(rule, connection)));
            case MessageFault spec -> messages.add(MessageAct.of(spec, hold(rule, connection)));
            case EndingFault.Disconnect spec when Endings.waitsForMessage(rule, spec) ->
                messages.add(new DisconnectInPlace(hold(rule, connection), spec));
            case EndingFault _,HandshakeFault _,TransportFault _ -> {
                // They do not look at frames.
            }
        }
    }

    private FrameHold hold(FaultRule rule, ConnectionFacts connection) {
        return new FrameHold(rule, new Trigger(rule, connection, direction), listener);
    }

    /** Whether the fault is gone and has ended what it had begun. */
    private boolean isDone(MessageAct act) {
        return !act.keeps() && !inScope.contains(act.hold().rule());
    }

    /** Whether frames may simply be passed on. */
    public boolean idle() {
        return controls.isEmpty() && !wantsMessages();
    }

    /** Whether whole messages have to be shown; otherwise only control frames. */
    public boolean wantsMessages() {
        for (MessageAct act : messages) {
            if (!isDone(act)) {
                return true;
            }
        }
        return false;
    }

    /** @param opcode PING or PONG */
    public ControlFate control(Opcode opcode, long now) {
        ControlFate fate = ControlFate.PASS;
        for (ControlAct act : controls) {
            if (!fate.swallowed() && act.concerns() == opcode && act.hold().fires(now)) {
                fate = act.act(fate, now);
            }
        }
        return fate;
    }

    /** What becomes of a whole message. */
    public Fate message(Message message, long now) {
        Ending ending = ending(message, now);
        if (ending != null || isDropped(message, now)) {
            return new Fate(List.of(), ending);
        }
        List<Delivery> deliveries = copies(changed(message, now), now);
        for (MessageAct act : messages) {
            deliveries = act.reorder(deliveries, now);
        }
        return new Fate(finished(deliveries, now), null);
    }

    private @Nullable Ending ending(Message message, long now) {
        for (MessageAct act : messages) {
            Ending ending = act.ending(message, now);
            if (ending != null) {
                return ending;
            }
        }
        return null;
    }

    private boolean isDropped(Message message, long now) {
        for (MessageAct act : messages) {
            if (act.drops(message, now)) {
                return true;
            }
        }
        return false;
    }

    private Delivery changed(Message message, long now) {
        Delivery delivery = Delivery.unchanged(message);
        for (MessageAct act : messages) {
            delivery = act.change(delivery, now);
        }
        return delivery;
    }

    /** The message and its copies. */
    private List<Delivery> copies(Delivery first, long now) {
        List<Delivery> all = new ArrayList<>(2);
        all.add(first);
        for (MessageAct act : messages) {
            act.copy(first, all, now);
        }
        return all;
    }

    private List<Delivery> finished(List<Delivery> deliveries, long now) {
        List<Delivery> finished = new ArrayList<>(deliveries.size());
        for (Delivery delivery : deliveries) {
            finished.add(finished(delivery, now));
        }
        return finished;
    }

    private Delivery finished(Delivery delivery, long now) {
        Delivery finished = delivery;
        for (MessageAct act : messages) {
            finished = act.finish(finished, now);
        }
        return finished;
    }

    /** What has been kept for too long, or by a fault that is no more. */
    public List<Delivery> due(long now) {
        List<Delivery> released = new ArrayList<>();
        messages.forEach(act -> released.addAll(act.release(inScope, now)));
        messages.removeIf(this::isDone);
        return finished(released, now);
    }

    /** Everything that is kept, in its own order: nothing may come behind a Close frame. */
    public List<Delivery> flush(long now) {
        List<Delivery> released = new ArrayList<>();
        messages.forEach(act -> released.addAll(act.releaseAll()));
        return finished(released, now);
    }

    /** Whether what these faults delay is to go on at once: all of them have been disarmed, and not because they have done their last. */
    public boolean letGo(List<FaultRule> heldBy) {
        return heldBy.stream().allMatch(rule -> rule.isDisarmed(inScope));
    }

    /** How long until {@link #due} has to be asked. */
    public long untilNext(long now) {
        long wait = Waits.NEVER;
        for (MessageAct act : messages) {
            wait = Math.min(wait, act.untilRelease(now));
        }
        return wait;
    }
}
