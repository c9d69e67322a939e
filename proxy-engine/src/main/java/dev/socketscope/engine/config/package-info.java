/**
 * YAML files, flags and addresses become an {@link dev.socketscope.engine.api.EngineConfig}, or a list of problems that names
 * file, line, key, value and what was expected. Nothing is ever half applied or silently ignored.
 */
@NullMarked
package dev.socketscope.engine.config;

import org.jspecify.annotations.NullMarked;
