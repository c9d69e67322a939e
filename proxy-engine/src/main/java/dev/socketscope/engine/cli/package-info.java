/**
 * The commands that need no window, as picocli classes that any root command can mount, and what all commands share: flags,
 * exit codes, messages, logging, the orderly end on a signal.
 */
@NullMarked
package dev.socketscope.engine.cli;

import org.jspecify.annotations.NullMarked;
