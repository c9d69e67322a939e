/** Takes messages into a person's hand: holds, edits, drops and lets them go, sends new ones, replays old ones. */
@NullMarked
package dev.socketscope.app.composer;

import org.jspecify.annotations.NullMarked;
