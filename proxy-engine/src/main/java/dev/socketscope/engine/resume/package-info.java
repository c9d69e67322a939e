/**
 * What carries a conversation over the loss of one of its connections. Pure: time and randomness are passed in, so the relay and
 * the clients share it and tests need neither sockets nor clocks.
 */
@NullMarked
package dev.socketscope.engine.resume;

import org.jspecify.annotations.NullMarked;
