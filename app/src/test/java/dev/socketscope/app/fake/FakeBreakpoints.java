package dev.socketscope.app.fake;

import dev.socketscope.engine.api.Breakpoint;
import dev.socketscope.engine.api.BreakpointStatus;
import dev.socketscope.engine.api.Reply;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The breakpoints of a fake engine; they hold nothing by themselves. */
final class FakeBreakpoints {
    private final List<BreakpointStatus> set = new CopyOnWriteArrayList<>();
    private int next = 1;

    /** The one set first at the front. */
    List<BreakpointStatus> all() {
        return List.copyOf(set);
    }

    Reply set(Breakpoint breakpoint) {
        BreakpointStatus fresh = new BreakpointStatus("brk_" + next++, breakpoint, Instant.now(), 0, 0);
        set.add(fresh);
        return new Reply.Armed(fresh.id(), List.of());
    }

    Reply clear(String id) {
        return set.removeIf(status -> status.id().equals(id)) ? new Reply.Done("Cleared " + id + ".")
                : new Reply.Refused("There is no breakpoint " + id + ".");
    }

    Reply clearAll() {
        set.clear();
        return new Reply.Done("Cleared all.");
    }
}
