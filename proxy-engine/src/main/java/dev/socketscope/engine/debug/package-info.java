/** What happens in an engine, as lines for people who look for a fault; pure. */
@NullMarked
package dev.socketscope.engine.debug;

import org.jspecify.annotations.NullMarked;
