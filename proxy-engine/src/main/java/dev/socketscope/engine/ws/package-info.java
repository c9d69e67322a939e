/**
 * The WebSocket protocol without any I/O: watching, building and judging bytes as RFC 6455 and RFC 7692 have it. Only the JDK
 * and the engine's vocabulary are used here.
 */
@NullMarked
package dev.socketscope.engine.ws;

import org.jspecify.annotations.NullMarked;
