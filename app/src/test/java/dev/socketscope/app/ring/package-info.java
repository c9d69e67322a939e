/** An engine whose capture is a ring of a certain number of frames, filled by hand. */
@NullMarked
package dev.socketscope.app.ring;

import org.jspecify.annotations.NullMarked;
