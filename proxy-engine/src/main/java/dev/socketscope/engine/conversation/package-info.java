/** Recorded conversations that are held again: one side is played, and what the other side says is compared with what it said. */
@NullMarked
package dev.socketscope.engine.conversation;

import org.jspecify.annotations.NullMarked;
