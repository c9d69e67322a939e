package dev.socketscope.engine.fault;

import dev.socketscope.engine.api.MessageFault;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Keeps messages until there are enough of them to go on in another order. That ends with the fault, but not when it was the last time
 * the fault might act: then it ends what it has begun.
 */
final class Reorder implements MessageAct {
    /** Content that is kept; with more of it the window is full before its time. */
    static final int MOST_BYTES = 8 << 20;

    private final FrameHold hold;
    private final MessageFault.Reorder spec;
    private final List<Delivery> kept = new ArrayList<>();
    private long bytes;
    private long lateAt;

    Reorder(FrameHold hold, MessageFault.Reorder spec) {
        this.hold = hold;
        this.spec = spec;
    }

    @Override
    public FrameHold hold() {
        return hold;
    }

    @Override
    public boolean keeps() {
        return !kept.isEmpty();
    }

    @Override
    public List<Delivery> reorder(List<Delivery> deliveries, long now) {
        if (deliveries.isEmpty()) {
            return deliveries;
        }
        if (kept.isEmpty()) {
            if (!hold.fires(deliveries.getFirst().message(), now)) {
                return deliveries;
            }
            lateAt = now + spec.maxHold().toNanos();
            hold.tell("messages kept to be reordered, up to " + spec.window(), now);
        }
        for (Delivery delivery : deliveries) {
            kept.add(delivery);
            bytes += delivery.content().length;
        }
        return kept.size() >= spec.window() || bytes > MOST_BYTES ? takeShuffled() : List.of();
    }

    private List<Delivery> takeShuffled() {
        List<Delivery> order = releaseAll();
        List<Delivery> before = List.copyOf(order);
        for (int i = order.size() - 1; i > 0; i--) {
            Collections.swap(order, i, hold.effects().nextInt(i + 1));
        }
        if (order.equals(before)) {
            Collections.rotate(order, 1);
        }
        return order;
    }

    @Override
    public List<Delivery> release(List<FaultRule> inScope, long now) {
        boolean over = !kept.isEmpty() && (now - lateAt >= 0 || hold.rule().isDisarmed(inScope));
        return over ? releaseAll() : List.of();
    }

    @Override
    public List<Delivery> releaseAll() {
        List<Delivery> all = new ArrayList<>(kept);
        kept.clear();
        bytes = 0;
        return all;
    }

    @Override
    public long untilRelease(long now) {
        return kept.isEmpty() ? Waits.NEVER : Waits.until(lateAt, now);
    }
}
