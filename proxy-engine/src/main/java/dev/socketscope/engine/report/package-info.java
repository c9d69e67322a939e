/** Reports of scenarios: for people, for programs, and for continuous integration. */
@NullMarked
package dev.socketscope.engine.report;

import org.jspecify.annotations.NullMarked;
