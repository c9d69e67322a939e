/**
 * The WebSocket peers of the benchmarks: raw RFC 6455 bytes on Netty's transport, written apart from the engine's own protocol
 * code, so that a mistake there cannot hide itself here.
 */
@NullMarked
package dev.socketscope.bench.peer;

import org.jspecify.annotations.NullMarked;
