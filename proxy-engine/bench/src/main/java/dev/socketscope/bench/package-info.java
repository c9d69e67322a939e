/** Benchmarks of the relay, started by {@code packaging/bench-relay}; no part of the product. */
@NullMarked
package dev.socketscope.bench;

import org.jspecify.annotations.NullMarked;
