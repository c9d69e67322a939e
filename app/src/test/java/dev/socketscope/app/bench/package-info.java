/** Measures the window under load: {@code packaging/bench-window} runs it. */
@NullMarked
package dev.socketscope.app.bench;

import org.jspecify.annotations.NullMarked;
