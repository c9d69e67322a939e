/** Runs the same load through several relays by turns and prints how they compare. */
@NullMarked
package dev.socketscope.bench.compare;

import org.jspecify.annotations.NullMarked;
