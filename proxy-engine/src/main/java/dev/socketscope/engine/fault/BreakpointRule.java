package dev.socketscope.engine.fault;

import dev.socketscope.engine.api.Breakpoint;
import dev.socketscope.engine.api.BreakpointStatus;
import dev.socketscope.engine.api.FaultMatch;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A breakpoint with what all connections share of it: its count, and how many messages it holds. Any thread may ask. */
public final class BreakpointRule {
    private final String id;
    private final Breakpoint breakpoint;
    private final Instant setAt;
    private final MessageSelector selector;
    private long held;
    private int holding;

    /** @param text what {@code match.text} means; null when and only when there is none */
    public BreakpointRule(String id, Breakpoint breakpoint, @Nullable TextMatcher text, Instant setAt) {
        this.id = id;
        this.breakpoint = breakpoint;
        this.setAt = setAt;
        this.selector = new MessageSelector(breakpoint.match(), text);
    }

    public String id() {
        return id;
    }

    public Breakpoint breakpoint() {
        return breakpoint;
    }

    FaultMatch match() {
        return selector.match();
    }

    boolean concerns(Message message) {
        return selector.leaves(message);
    }

    /** Takes one of the count, for a message that is held from now on; false when none is left. */
    synchronized boolean take() {
        if (isUsedUp()) {
            return false;
        }
        held++;
        holding++;
        return true;
    }

    /** A message is held no longer. */
    public synchronized void letGo() {
        holding--;
    }

    /** Whether it can hold no more messages, though it may still hold some. */
    synchronized boolean isUsedUp() {
        return breakpoint.count() != null && held >= breakpoint.count();
    }

    /** Whether it has held all it may, and holds none any more. */
    public synchronized boolean isSpent() {
        return isUsedUp() && holding == 0;
    }

    public synchronized BreakpointStatus status() {
        return new BreakpointStatus(id, breakpoint, setAt, held, holding);
    }
}
