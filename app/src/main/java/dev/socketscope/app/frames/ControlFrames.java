package dev.socketscope.app.frames;

import dev.socketscope.engine.api.FrameQuery;

/** Leaves ping, pong and close out of a query. */
final class ControlFrames {
    private static final String HIDE = "not op:ping and not op:pong and not op:close";

    private ControlFrames() {}

    static FrameQuery apply(FrameQuery query, boolean shown) {
        if (shown) {
            return query;
        }
        String filter = query.filter().isBlank() ? HIDE : "(" + query.filter() + ") and " + HIDE;
        return new FrameQuery(query.connections(), filter);
    }

    /** Where a position in the altered filter stands in the original one. */
    static int position(FrameQuery original, int position, boolean shown) {
        return shown ? position : Math.clamp(position - 1L, 0, original.filter().length());
    }
}
