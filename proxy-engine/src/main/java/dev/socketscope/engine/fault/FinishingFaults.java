package dev.socketscope.engine.fault;

import dev.socketscope.engine.api.MessageFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What happens to a message that is about to be sent: {@code duplicate} before, and the other three behind {@code reorder}. */
final class FinishingFaults {
    private static final long NANOS_OF_A_MILLI = 1_000_000;

    private FinishingFaults() {}

    /** The message and its copies. */
    static List<Delivery> copies(List<Placed> faults, Delivery first, long now) {
        List<Delivery> all = new ArrayList<>(List.of(first));
        for (Placed fault : faults) {
            if (fault.spec() instanceof MessageFault.Duplicate(int copies, var gap)
                    && fault.fires(first.message(), now)) {
                for (int i = 1; i <= copies; i++) {
                    all.add(first.copyAfter(i * gap.toNanos(), fault.rule()));
                }
                fault.tell("message sent again, " + copies + " times", now);
            }
        }
        return all;
    }

    /** {@code delay-message}, {@code fragment}, {@code violate}. */
    static List<Delivery> finish(List<Placed> faults, List<Delivery> deliveries, long now) {
        return deliveries.stream().map(delivery -> finish(faults, delivery, now)).toList();
    }

    private static Delivery finish(List<Placed> faults, Delivery delivery, long now) {
        Delivery finished = delivery;
        for (Placed fault : faults) {
            if (fault.spec() instanceof MessageFault.Delay how && fault.fires(delivery.message(), now)) {
                finished = late(fault, how, finished, now);
            } else if (fault.spec() instanceof MessageFault.Fragment(int bytes) && finished.content().length > bytes
                    && fault.fires(delivery.message(), now)) {
                finished = fragmented(fault, bytes, finished, now);
            } else if (fault.spec() instanceof MessageFault.Violate(var rule) && fault.fires(delivery.message(), now)) {
                finished = behind(fault, rule, finished, now);
            }
        }
        return finished;
    }

    private static Delivery late(Placed fault, MessageFault.Delay how, Delivery delivery, long now) {
        double spread = 2 * fault.trigger().effects().nextDouble() - 1;
        long nanos = how.delay().toNanos() + (long) (how.jitter().toNanos() * spread);
        fault.tell("message kept back for " + nanos / NANOS_OF_A_MILLI + " ms", now);
        return delivery.later(nanos, fault.rule());
    }

    /** The smallest size wins where several fragment. */
    private static Delivery fragmented(Placed fault, int bytes, Delivery delivery, long now) {
        fault.tell("message sent in fragments of " + bytes + " bytes", now);
        boolean smaller = delivery.fragment() == 0 || bytes < delivery.fragment();
        return smaller ? delivery.inFragments(bytes) : delivery;
    }

    private static Delivery behind(Placed fault, MessageFault.Rule rule, Delivery delivery, long now) {
        String name = rule.name().toLowerCase(Locale.ROOT).replace('_', '-');
        fault.tell("frame inserted that breaks a rule: " + name, now);
        return delivery.after(rule);
    }
}
