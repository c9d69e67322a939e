package dev.socketscope.app.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a line as a shell splits it, up to the first operator or comment. */
final class ShellWords {
    private static final Pattern WORD = Pattern
            .compile("\\s*(?:(#.*|\\d?[|&;<>].*)|((?:'[^']*'|\"[^\"]*\"|[^\\s'\"|&;<>])+))");
    private static final Pattern QUOTE = Pattern.compile("['\"]");
    private static final Pattern ASSIGNMENT = Pattern.compile("[A-Z_]+=.*");

    private ShellWords() {}

    /** What a line gives to Socketscope; empty when it starts something else. */
    static Optional<List<String>> argumentsOfSocketscope(String line) {
        List<String> words = split(line.replaceFirst("^(\\$ |- run: |run: )", ""));
        while (!words.isEmpty() && ASSIGNMENT.matcher(words.getFirst()).matches()) {
            words.removeFirst();
        }
        return words.isEmpty() || !words.getFirst().matches("(\\./)?socketscope") ? Optional.empty()
                : Optional.of(words.subList(1, words.size()));
    }

    private static List<String> split(String line) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(line);
        while (word.lookingAt() && word.group(2) != null) {
            words.add(QUOTE.matcher(word.group(2)).replaceAll(""));
            word.region(word.end(), line.length());
        }
        return words;
    }
}
