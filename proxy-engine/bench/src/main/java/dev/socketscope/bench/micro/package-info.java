/** JMH benchmarks of the two things that happen to every frame: it is found, and it is written down. */
@NullMarked
package dev.socketscope.bench.micro;

import org.jspecify.annotations.NullMarked;
