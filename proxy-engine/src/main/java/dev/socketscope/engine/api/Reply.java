package dev.socketscope.engine.api;

import java.util.List;

/** What the engine answers to a {@link Command}. */
public sealed interface Reply {
    /** It was done. */
    record Done(String message) implements Reply {}

    /**
     * A fault is armed, a breakpoint is set, or a replay has begun.
     *
     * @param id {@code flt_…}, {@code brk_…} or {@code rpl_…}
     * @param warnings what it may do that is not obvious, in sentences for a person; may be empty
     */
    record Armed(String id, List<String> warnings) implements Reply {
        public Armed {
            warnings = List.copyOf(warnings);
        }
    }

    /** It was not done, and {@code reason} says why in words for a person. */
    record Refused(String reason) implements Reply {}
}
