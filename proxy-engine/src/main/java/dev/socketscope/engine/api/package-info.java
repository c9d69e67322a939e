/**
 * The engine as everybody else sees it: immutable facts, commands, and the {@link dev.socketscope.engine.api.Engine} that
 * answers them. Only the JDK is used here, so a window, a remote link or a recording can share these words.
 */
@NullMarked
package dev.socketscope.engine.api;

import org.jspecify.annotations.NullMarked;
