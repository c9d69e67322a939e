/** How exactly faults of bytes do what they say. */
@NullMarked
package dev.socketscope.bench.faults;

import org.jspecify.annotations.NullMarked;
