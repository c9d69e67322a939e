/**
 * Certificates and keys: read from files, issued by a local authority, and explained when they do not fit. Files that hold secrets are
 * readable by their owner only. The only user of Bouncy Castle.
 */
@NullMarked
package dev.socketscope.engine.keys;

import org.jspecify.annotations.NullMarked;
