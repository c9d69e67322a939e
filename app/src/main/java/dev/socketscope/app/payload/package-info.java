/** The viewer for what one frame or message carries: JSON, text and bytes of any size. */
@NullMarked
package dev.socketscope.app.payload;

import org.jspecify.annotations.NullMarked;
