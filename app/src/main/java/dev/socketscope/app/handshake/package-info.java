/** The upgrade of the chosen connection: headers on both sides of the engine, and where the time went. */
@NullMarked
package dev.socketscope.app.handshake;

import org.jspecify.annotations.NullMarked;
