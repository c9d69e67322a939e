/** The table of captured frames and the row of tools above it. */
@NullMarked
package dev.socketscope.app.frames;

import org.jspecify.annotations.NullMarked;
