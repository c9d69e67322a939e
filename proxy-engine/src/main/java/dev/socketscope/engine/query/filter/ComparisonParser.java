package dev.socketscope.engine.query.filter;

import org.jspecify.annotations.Nullable;

/** Reads a comparison sign; {@code =} means the same as {@code ==}. */
final class ComparisonParser {
    private ComparisonParser() {}

    /** The comparison at the present place, white space before it skipped; null, and nothing taken, when there is none. */
    static @Nullable Comparison take(FilterText text) {
        int from = text.at();
        text.skipSpace();
        Comparison found = null;
        if (text.take("==") || text.take("=")) {
            found = Comparison.EQUAL;
        } else if (text.take("!=")) {
            found = Comparison.NOT_EQUAL;
        } else if (text.take("<=")) {
            found = Comparison.AT_MOST;
        } else if (text.take(">=")) {
            found = Comparison.AT_LEAST;
        } else if (text.take("<")) {
            found = Comparison.LESS;
        } else if (text.take(">")) {
            found = Comparison.GREATER;
        }
        if (found == null) {
            text.goTo(from);
        }
        return found;
    }
}
