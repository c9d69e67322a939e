/**
 * What happened to connections, in a sentence, and what they tell of the clients behind them: which of them are one client that came again, and how such a client spaces its
 * attempts. Pure functions of what an engine tells.
 */
@NullMarked
package dev.socketscope.engine.story;

import org.jspecify.annotations.NullMarked;
