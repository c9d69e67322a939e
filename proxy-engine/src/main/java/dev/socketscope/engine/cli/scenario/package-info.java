/** {@code scenario run|check|list}: plays fault scenarios, and reports to people and to continuous integration. */
@NullMarked
package dev.socketscope.engine.cli.scenario;

import org.jspecify.annotations.NullMarked;
