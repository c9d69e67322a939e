/**
 * Fault scenarios: steps on a clock, what is expected of the application, and what it did. Everything but
 * {@link dev.socketscope.engine.scenario.Player} and {@link dev.socketscope.engine.scenario.Pace} is a pure function of what an engine tells; the
 * player gets engine and clock passed in.
 *
 * <pre>
 *   Scenario ─► Plan ─► Player ─► Engine
 *                         │ polls with cursors
 *                         ▼
 *   Meters (losses, silence, messages, reloads) ─► Observation ─► Judge ─► Verdicts ─► Report
 * </pre>
 */
@NullMarked
package dev.socketscope.engine.scenario;

import org.jspecify.annotations.NullMarked;
