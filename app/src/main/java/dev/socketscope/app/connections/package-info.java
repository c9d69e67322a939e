/** The table of connections, what can be done to one of them, and the tabs about the chosen one. */
@NullMarked
package dev.socketscope.app.connections;

import org.jspecify.annotations.NullMarked;
