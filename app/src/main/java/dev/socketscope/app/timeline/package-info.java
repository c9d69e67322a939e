/** What became of connections over time: a lane for each, with losses, waits, attempts and what is planned. */
@NullMarked
package dev.socketscope.app.timeline;

import org.jspecify.annotations.NullMarked;
