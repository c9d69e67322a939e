/** Pages that stand for themselves: one file, no script, nothing loaded from elsewhere. */
@NullMarked
package dev.socketscope.engine.html;

import org.jspecify.annotations.NullMarked;
