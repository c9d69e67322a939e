package dev.socketscope.engine.hmr;

import dev.socketscope.engine.api.HmrStatus;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * An error that a dev server reports, without terminal colours.
 *
 * @param file empty when unknown
 * @param line from 1; 0 when unknown
 * @param column 0 when unknown
 * @param frame the piece of source that is shown; may be empty
 * @param stack may be empty
 */
public record BuildProblem(String message, String file, int line, int column, String frame, String stack) {
    private static final Pattern COLOURS = Pattern.compile("\u001b\\[[0-9;]*m");
    private static final Pattern PLACE = Pattern.compile("([^\\s:\\[(]+\\.\\w+):(\\d+):(\\d+)");
    private static final Pattern LOCATION = Pattern.compile("(\\d+):(\\d+)");
    private static final int LONGEST = 16_384;

    /** Builds one, finding the place in the text where the server does not name it apart. */
    static BuildProblem of(String message, String file, String location, String frame, String stack) {
        String text = plain(message);
        Matcher place = PLACE.matcher(text);
        Matcher named = LOCATION.matcher(location);
        if (named.find()) {
            return new BuildProblem(text, file, number(named.group(1)), number(named.group(2)), plain(frame),
                    plain(stack));
        }
        if (place.find()) {
            return new BuildProblem(text, file.isEmpty() ? place.group(1) : file, number(place.group(2)),
                    number(place.group(3)), plain(frame), plain(stack));
        }
        return new BuildProblem(text, file, 0, 0, plain(frame), plain(stack));
    }

    /** The text of a field, or nothing. */
    static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }

    private static int number(String digits) {
        return digits.length() > 9 ? 0 : Integer.parseInt(digits);
    }

    static String plain(String text) {
        String plain = COLOURS.matcher(text).replaceAll("");
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST) + "…";
    }

    /** The problem as others see it. */
    public HmrStatus.BuildError at(Instant when) {
        return new HmrStatus.BuildError(when, message, file, line, column, frame, stack);
    }
}
