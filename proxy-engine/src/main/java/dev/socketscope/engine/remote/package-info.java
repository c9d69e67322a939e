/**
 * An engine somewhere else, through its control port. Everything that a window asks for at once is answered from a mirror that the
 * link keeps up to date; what goes there and back is asked for by HTTP.
 */
@NullMarked
package dev.socketscope.engine.remote;

import org.jspecify.annotations.NullMarked;
