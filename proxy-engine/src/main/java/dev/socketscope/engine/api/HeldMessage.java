package dev.socketscope.engine.api;

import java.time.Instant;

/**
 * A message that waits at a breakpoint for a decision.
 *
 * @param id {@code held_…}, unique within one run of the engine
 * @param breakpoint id of the breakpoint that holds it
 * @param opcode {@link Opcode#TEXT} or {@link Opcode#BINARY}
 * @param length bytes of its content, inflated; content beyond 64 MiB is neither counted nor shown
 * @param expiresAt when it goes on unchanged
 * @param preview one line, at most {@value FrameRow#PREVIEW_CHARS} characters: text with control characters made visible, binary
 *        and what is not UTF-8 as hex pairs
 */
public record HeldMessage(String id, String breakpoint, String connection, Direction direction, Opcode opcode,
        long length, Instant heldAt, Instant expiresAt, String preview) {}
