/** The main frame: top bar, side bar, status bar, and the place where panels appear. */
@NullMarked
package dev.socketscope.app.shell;

import org.jspecify.annotations.NullMarked;
