/** The debug log: what {@code --debug} prints, with categories and a filter. */
@NullMarked
package dev.socketscope.app.log;

import org.jspecify.annotations.NullMarked;
