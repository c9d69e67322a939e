/**
 * Moves the bytes: the listener, HTTP pass-through, the upgrade, and the relay between the two legs of a WebSocket. The only
 * user of Netty. Everything of one client connection, both legs included, runs on one event loop, so there are no locks.
 */
@NullMarked
package dev.socketscope.engine.relay;

import org.jspecify.annotations.NullMarked;
