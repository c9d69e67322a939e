/**
 * Reading the capture as a person wants it: messages joined and inflated, one-line previews, and live views of the frames that a
 * filter selects. Only reads; traffic never notices.
 */
@NullMarked
package dev.socketscope.engine.query;

import org.jspecify.annotations.NullMarked;
