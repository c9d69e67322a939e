/** Controls and helpers that know nothing of WebSockets: text, units, fonts, look, memory, and nodes to draw with. */
@NullMarked
package dev.socketscope.app.controls;

import org.jspecify.annotations.NullMarked;
