/** Fault scenarios: written as a timeline or as text, played on the engine, and what the application did. */
@NullMarked
package dev.socketscope.app.scenarios;

import org.jspecify.annotations.NullMarked;
