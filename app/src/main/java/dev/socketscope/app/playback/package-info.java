/** Goes through the time of a recording: a bar that is played, dragged and stepped through. */
@NullMarked
package dev.socketscope.app.playback;

import org.jspecify.annotations.NullMarked;
