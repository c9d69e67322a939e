/** A server that answers as a recorded one did, on Java-WebSocket. */
@NullMarked
package dev.socketscope.engine.mock;

import org.jspecify.annotations.NullMarked;
