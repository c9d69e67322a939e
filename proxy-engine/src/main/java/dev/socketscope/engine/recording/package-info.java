/**
 * What an engine sees, in a SQLite file that anybody's {@code sqlite3} reads, and such a file as an engine again; so is an HTTP archive.
 */
@NullMarked
package dev.socketscope.engine.recording;

import org.jspecify.annotations.NullMarked;
