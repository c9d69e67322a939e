/** What can be done in the window, by name and by key: the one list that palette, overview of the keys, tooltips and key presses share. */
@NullMarked
package dev.socketscope.app.actions;

import org.jspecify.annotations.NullMarked;
