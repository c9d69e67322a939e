/** Hot reloading: updates that wait for pages that are away, what became of those that were sent, and build errors. */
@NullMarked
package dev.socketscope.app.hmr;

import org.jspecify.annotations.NullMarked;
