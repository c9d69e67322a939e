/**
 * The control API's JSON: records in the shapes that users see, and their way from and to the engine's own facts. Server and
 * remote link share it. Secrets are masked on the way out.
 */
@NullMarked
package dev.socketscope.engine.wire;

import org.jspecify.annotations.NullMarked;
