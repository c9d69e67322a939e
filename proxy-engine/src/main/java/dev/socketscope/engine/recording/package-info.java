/**
 * What an engine sees, in a SQLite file that anybody's {@code sqlite3} reads, and such a file as an engine again.
 */
@NullMarked
package dev.socketscope.engine.recording;

import org.jspecify.annotations.NullMarked;
