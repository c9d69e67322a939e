/** Finds in the configurations of other proxies what breaks WebSockets. Pure: text in, findings out. */
@NullMarked
package dev.socketscope.engine.doctor;

import org.jspecify.annotations.NullMarked;
