package dev.socketscope.engine.scenario;

import java.util.SortedMap;

/**
 * What became of messages that had reached the engine.
 *
 * <p>Counted as lost: those that waited for a missing peer and were dropped, because a bound was reached or the connection ended; the one
 * that was under way when a leg broke; those that a {@code drop} took, or a {@code disconnect} in whose place the connection ended.
 *
 * <p>Not counted, because the engine does not know them: messages that a peer never handed to its kernel, bytes that were in a kernel when
 * its connection was reset, and messages that a client or server never sent because it was away. A message that a fault has changed has
 * arrived. What a fault was keeping back when its connection was lost is gone too, but nobody knows how many messages that were.
 *
 * @param lost how many, by cause
 * @param unknown of how many connections such a fault kept back what is gone, by the type of the fault
 */
public record Messages(SortedMap<String, Long> lost, SortedMap<String, Long> unknown) {
    public long total() {
        return lost.values().stream().mapToLong(Long::longValue).sum();
    }
}
