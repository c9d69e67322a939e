/** Reads the WebSockets of HTTP archives, which browsers and proxies write, one message after the other. */
@NullMarked
package dev.socketscope.engine.har;

import org.jspecify.annotations.NullMarked;
