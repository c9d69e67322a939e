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
    /** Control sequences of a terminal (ECMA-48 §5.4): colours, and whatever else a tool may emit; and links (§5.6). */
    private static final Pattern SEQUENCES = Pattern
            .compile("\u001b(?:\\[[0-?]*+[ -/]*+[@-~]|\\][^\u0007\u001b]*+(?:\u0007|\u001b\\\\))");
    // Whatever a server sends is matched on an event loop: every repetition has a bound, so that the time is linear.
    private static final Pattern PLACE = Pattern.compile(":(\\d{1,9}):(\\d{1,9})");
    private static final Pattern LOCATION = Pattern.compile("(\\d{1,9}):(\\d{1,9})");
    private static final Pattern FILE = Pattern.compile(".*\\.\\w++", Pattern.DOTALL);
    private static final int LONGEST = 16_384;
    private static final int LONGEST_FILE = 1_024;

    /** Builds one, finding place and frame in the text where the server does not name them apart. */
    static BuildProblem of(String message, String file, String location, String frame, String stack) {
        String text = plain(message);
        String piece = frame.isEmpty() ? SourceFrame.in(text) : plain(frame);
        String named = cut(file, LONGEST_FILE);
        Matcher place = LOCATION.matcher(location);
        if (place.find()) {
            return new BuildProblem(text, named, number(place.group(1)), number(place.group(2)), piece,
                    plain(stack));
        }
        Matcher inText = PLACE.matcher(text);
        while (inText.find()) {
            String before = fileBefore(text, inText.start());
            if (!before.isEmpty() && (named.isEmpty() || name(named).equals(name(before)))) {
                return new BuildProblem(text, named.isEmpty() ? before : named, number(inText.group(1)),
                        number(inText.group(2)), piece, plain(stack));
            }
        }
        return new BuildProblem(text, named, 0, 0, piece, plain(stack));
    }

    /** Servers name one file by different paths, and others in the same breath. */
    private static String name(String file) {
        return file.substring(file.lastIndexOf('/') + 1);
    }

    /** The name with a suffix that ends at the index; empty when there is none. */
    private static String fileBefore(String text, int end) {
        int from = end;
        while (from > 0 && end - from < LONGEST_FILE && " \t\r\n:[(".indexOf(text.charAt(from - 1)) < 0) {
            from--;
        }
        String file = text.substring(from, end);
        return FILE.matcher(file).matches() ? file : "";
    }

    /** The text of a field, or nothing. */
    static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    static String plain(String text) {
        return cut(SEQUENCES.matcher(text).replaceAll(""), LONGEST);
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest) + "…";
    }

    /** The problem as others see it. */
    public HmrStatus.BuildError at(Instant when) {
        return new HmrStatus.BuildError(when, message, file, line, column, frame, stack);
    }
}
