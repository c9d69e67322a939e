/**
 * Reads the payload formats and protocols that applications speak inside WebSocket messages, as JSON documents and as one line. Pure
 * and total: bytes in, a document out, whatever the bytes are.
 */
@NullMarked
package dev.socketscope.engine.decode;

import org.jspecify.annotations.NullMarked;
