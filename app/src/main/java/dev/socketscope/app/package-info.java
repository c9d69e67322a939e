/** Starts the window, and puts it together by hand. */
@NullMarked
package dev.socketscope.app;

import org.jspecify.annotations.NullMarked;
