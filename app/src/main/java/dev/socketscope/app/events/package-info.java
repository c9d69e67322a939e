/** What happened: the engine's newest events, all of them or those of the chosen connection. */
@NullMarked
package dev.socketscope.app.events;

import org.jspecify.annotations.NullMarked;
