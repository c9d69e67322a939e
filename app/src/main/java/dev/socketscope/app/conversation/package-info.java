/** A tab that holds the conversation of a connection again: as its client against a server, or as its server for a client. */
@NullMarked
package dev.socketscope.app.conversation;

import org.jspecify.annotations.NullMarked;
