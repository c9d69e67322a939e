package dev.socketscope.app.frames;

import dev.socketscope.engine.api.FrameQuery;

/**
 * Why the frames of a query are not shown.
 *
 * @param message what was expected
 * @param position index in the query's filter of the first character that does not fit
 */
public record FilterMistake(FrameQuery query, String message, int position) {}
