package dev.socketscope.engine.fault;

import dev.socketscope.engine.api.MessageFault;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Messages that are kept until there are enough of them to go on in another order. It ends with its fault, but not when that was
 * the last time the fault might act: then it ends what it has begun.
 */
final class ReorderWindow {
    /** Content that is kept; with more of it the window is full before its time. */
    static final int MOST_BYTES = 8 << 20;

    private final Placed fault;
    private final MessageFault.Reorder spec;
    private final List<Delivery> kept = new ArrayList<>();
    private long bytes;
    private long lateAt;

    ReorderWindow(Placed fault, MessageFault.Reorder spec) {
        this.fault = fault;
        this.spec = spec;
    }

    boolean isEmpty() {
        return kept.isEmpty();
    }

    /** @return what goes on now: nothing, or all of it in another order */
    List<Delivery> add(List<Delivery> deliveries, long now) {
        if (deliveries.isEmpty()) {
            return deliveries;
        }
        if (kept.isEmpty()) {
            if (!fault.fires(deliveries.getFirst().message(), now)) {
                return deliveries;
            }
            lateAt = now + spec.maxHold().toNanos();
            fault.tell("messages kept to be reordered, up to " + spec.window(), now);
        }
        for (Delivery delivery : deliveries) {
            kept.add(delivery);
            bytes += delivery.content().length;
        }
        return kept.size() >= spec.window() || bytes > MOST_BYTES ? takeShuffled() : List.of();
    }

    private List<Delivery> takeShuffled() {
        List<Delivery> order = take();
        List<Delivery> before = List.copyOf(order);
        for (int i = order.size() - 1; i > 0; i--) {
            Collections.swap(order, i, fault.trigger().effects().nextInt(i + 1));
        }
        if (order.equals(before)) {
            Collections.rotate(order, 1);
        }
        return order;
    }

    /** What has been kept for too long, or by a fault that was disarmed, in its own order. */
    List<Delivery> takeIfOver(List<FaultRule> inScope, long now) {
        boolean over = !kept.isEmpty() && (now - lateAt >= 0 || fault.rule().isDisarmed(inScope));
        return over ? take() : List.of();
    }

    /** Whether nothing will ever be added any more. */
    boolean isDone(List<FaultRule> inScope) {
        return kept.isEmpty() && !inScope.contains(fault.rule());
    }

    /** Everything, in its own order. */
    List<Delivery> take() {
        List<Delivery> all = new ArrayList<>(kept);
        kept.clear();
        bytes = 0;
        return all;
    }

    long untilLate(long now) {
        return kept.isEmpty() ? Waits.NEVER : Waits.until(lateAt, now);
    }
}
