package dev.socketscope.engine.query.filter;

import dev.socketscope.engine.api.FilterException;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads {@code /pattern/flags}. A slash inside needs a backslash, or square brackets around it. */
final class RegexParser {
    private RegexParser() {}

    static BoundedRegex parse(FilterText text) throws FilterException {
        int from = text.at();
        String pattern = pattern(text);
        int flags = flags(text);
        try {
            return new BoundedRegex(Pattern.compile(pattern, flags));
        } catch (PatternSyntaxException e) {
            int index = Math.clamp(e.getIndex(), 0, pattern.length());
            throw new FilterException("in the regex: " + e.getDescription(), from + 1 + index);
        }
    }

    private static String pattern(FilterText text) throws FilterException {
        int from = text.at();
        text.next();
        StringBuilder pattern = new StringBuilder();
        boolean inBrackets = false;
        while (text.peek() != '/' || inBrackets) {
            if (text.atEnd()) {
                throw new FilterException("this regex has no closing '/'; put text with a slash in quotes", from);
            }
            char next = text.next();
            inBrackets = next == '[' || inBrackets && next != ']';
            pattern.append(next);
            if (next == '\\' && !text.atEnd()) {
                pattern.append(text.next());
            }
        }
        text.next();
        return pattern.toString();
    }

    private static int flags(FilterText text) throws FilterException {
        int flags = 0;
        while (!text.atEnd() && !Character.isWhitespace(text.peek()) && text.peek() != ')') {
            flags |= switch (text.peek()) {
                case 'i' -> Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
                case 's' -> Pattern.DOTALL;
                case 'm' -> Pattern.MULTILINE;
                default -> throw text.error("a regex may end in the flags i, s and m; put text with slashes in quotes");
            };
            text.next();
        }
        return flags;
    }
}
