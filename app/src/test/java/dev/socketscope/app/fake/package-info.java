/** An engine without sockets, for tests of the window: seeded, and moved by hand or by a thread. */
@NullMarked
package dev.socketscope.app.fake;

import org.jspecify.annotations.NullMarked;
