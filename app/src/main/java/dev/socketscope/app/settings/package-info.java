/** How the window looks, and the bounds that the engine keeps. */
@NullMarked
package dev.socketscope.app.settings;

import org.jspecify.annotations.NullMarked;
