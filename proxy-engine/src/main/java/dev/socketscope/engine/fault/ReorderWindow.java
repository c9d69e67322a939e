package dev.socketscope.engine.fault;

import dev.socketscope.engine.api.MessageFault;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;

/** Messages that are kept until there are enough of them to go on in another order. */
final class ReorderWindow {
    private final FaultRule rule;
    private final MessageFault.Reorder spec;
    private final RandomGenerator random;
    private final List<Delivery> kept = new ArrayList<>();
    private long lateAt;

    ReorderWindow(FaultRule rule, MessageFault.Reorder spec, RandomGenerator random) {
        this.rule = rule;
        this.spec = spec;
        this.random = random;
    }

    FaultRule rule() {
        return rule;
    }

    boolean isEmpty() {
        return kept.isEmpty();
    }

    /** @return what goes on now: nothing, or all of it in another order */
    List<Delivery> add(List<Delivery> deliveries, long now) {
        if (kept.isEmpty()) {
            lateAt = now + spec.maxHold().toNanos();
        }
        kept.addAll(deliveries);
        return kept.size() >= spec.window() ? takeShuffled() : List.of();
    }

    private List<Delivery> takeShuffled() {
        List<Delivery> order = new ArrayList<>(kept);
        for (int i = order.size() - 1; i > 0; i--) {
            Collections.swap(order, i, random.nextInt(i + 1));
        }
        if (order.equals(kept)) {
            Collections.rotate(order, 1);
        }
        kept.clear();
        return order;
    }

    List<Delivery> takeIfLate(long now) {
        return !kept.isEmpty() && now - lateAt >= 0 ? takeInOrder() : List.of();
    }

    List<Delivery> takeInOrder() {
        List<Delivery> all = List.copyOf(kept);
        kept.clear();
        return all;
    }

    long untilLate(long now) {
        return kept.isEmpty() ? Waits.NEVER : Waits.until(lateAt, now);
    }
}
