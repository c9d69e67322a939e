/**
 * The only bridge from the engine to the window: samples the engine off the JavaFX thread, hands over at most one immutable state
 * per frame, and is the only place that schedules work on the JavaFX thread.
 */
@NullMarked
package dev.socketscope.app.live;

import org.jspecify.annotations.NullMarked;
