package dev.socketscope.engine.hmr;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Finds the piece of source that a dev server draws into its message: the lines that begin with a number and a bar. */
final class SourceFrame {
    private static final Pattern NUMBERED = Pattern.compile("[>\\s]*+\\d++\\s*+[|│].*");
    private static final Pattern BESIDE = Pattern.compile("[>\\s]*+[|│:·].*");

    private SourceFrame() {}

    /** Empty when the text holds none. */
    static String in(String text) {
        List<String> frame = new ArrayList<>();
        boolean numbered = false;
        for (String line : text.lines().toList()) {
            boolean number = NUMBERED.matcher(line).matches();
            if (number || BESIDE.matcher(line).matches()) {
                frame.add(line);
                numbered |= number;
            } else if (numbered) {
                break;
            } else {
                frame.clear();
            }
        }
        return numbered ? String.join("\n", frame) : "";
    }
}
