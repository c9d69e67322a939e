/**
 * The control API: HTTP and JSON on a port of its own, for scripts and for windows elsewhere. It asks an
 * {@link dev.socketscope.engine.api.Engine} and knows nothing of how traffic is carried; what a reader is not fast enough for is
 * left out and counted, never kept.
 */
@NullMarked
package dev.socketscope.engine.control;

import org.jspecify.annotations.NullMarked;
