/**
 * What an armed fault decides for a handshake, a frame, a range of bytes or a connection's life. Nothing here reads, writes, waits or
 * knows the time: who carries bytes asks, passing in {@code System.nanoTime()}, and does what is answered.
 *
 * <pre>
 *                    FaultRules  ── the armed faults, immutable, swapped at once by whoever arms
 *                        │ use
 *   upgrade ──► HandshakeFaults      refuse, delay, hang, drop, or pass
 *                        │
 *   frames ───► FrameFaults          one for each direction: control frames, then whole messages
 *                        │
 *   bytes ────► Pacing               one for each direction: how many bytes may leave now
 *                        │
 *   life ─────► Endings              when the connection ends, and how
 * </pre>
 *
 * These four compose, in the order of docs/decisions/012. What a type of fault does is in a class of its own: a {@code HandshakeAct},
 * {@code ControlAct}, {@code MessageAct}, {@code PacingAct} or {@code EndingAct}.
 *
 * <p>Waits are nanoseconds from now; {@link dev.socketscope.engine.fault.Waits#NEVER} when only other bytes or other rules can change
 * something. What belongs to a connection is used by that connection's thread alone; {@code FaultRules} and {@code FaultRule} by any.
 */
@NullMarked
package dev.socketscope.engine.fault;

import org.jspecify.annotations.NullMarked;
