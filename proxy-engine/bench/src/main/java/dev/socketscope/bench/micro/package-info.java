/** JMH benchmarks of what happens to every frame: it is found, faults are asked, it is written down, and filters look for it. */
@NullMarked
package dev.socketscope.bench.micro;

import org.jspecify.annotations.NullMarked;
