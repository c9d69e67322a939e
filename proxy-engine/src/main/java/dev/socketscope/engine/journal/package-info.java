/**
 * The engine's memory of what happened: captured frames bounded in bytes, events bounded in number. Writers never wait for
 * readers; readers have their own cursors and learn how much they missed.
 */
@NullMarked
package dev.socketscope.engine.journal;

import org.jspecify.annotations.NullMarked;
