/** How long pings take: a line for each leg over time, with what was armed meanwhile and which pongs were missed. */
@NullMarked
package dev.socketscope.app.rtt;

import org.jspecify.annotations.NullMarked;
