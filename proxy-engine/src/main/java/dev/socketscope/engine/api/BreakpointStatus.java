package dev.socketscope.engine.api;

import java.time.Instant;

/**
 * A breakpoint as it is at one moment.
 *
 * @param id {@code brk_…}, unique within one run of the engine
 * @param held how many messages it has held so far
 * @param holding how many of them it still holds
 */
public record BreakpointStatus(String id, Breakpoint breakpoint, Instant setAt, long held, int holding) {}
