/** Load on one WebSocket address: closed loops that measure, and a steady stream that only runs. */
@NullMarked
package dev.socketscope.bench.load;

import org.jspecify.annotations.NullMarked;
