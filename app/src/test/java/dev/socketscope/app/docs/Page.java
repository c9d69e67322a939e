package dev.socketscope.app.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A page of the documentation, in Markdown. */
record Page(Path file, String text) {
    /** The folder of the sources; tests run in the one of their module. */
    static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern FENCED = Pattern.compile("(?ms)^ *```.*?^ *```\\s*?$");
    private static final Pattern CODE = Pattern.compile("`[^`\n]+`");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern ANCHOR = Pattern.compile("<a id=\"([^\"]+)\">");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ +(.+)$");

    /** README.md, CONTRIBUTING.md and all below {@code docs}. */
    static List<Page> all() {
        try (Stream<Path> below = Files.walk(HOME.resolve("docs"))) {
            return Stream.concat(Stream.of(HOME.resolve("README.md"), HOME.resolve("CONTRIBUTING.md")), below)
                    .filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .map(Page::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Page of(Path file) {
        try {
            return new Page(file, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For example {@code docs/faults.md}. */
    String name() {
        return HOME.relativize(file).toString();
    }

    /** Where links and pictures lead that stay in the documentation or the sources, as written. */
    List<String> links() {
        return LINK.matcher(CODE.matcher(prose()).replaceAll("``"))
                .results()
                .map(found -> found.group(1))
                .filter(target -> !target.matches("[a-z]+:.*"))
                .toList();
    }

    /** What a link to a part of the page may name behind {@code #}. */
    Set<String> anchors() {
        return Stream.concat(HEADING.matcher(prose()).results().map(found -> slug(found.group(1))),
                ANCHOR.matcher(text).results().map(found -> found.group(1))).collect(Collectors.toSet());
    }

    /** As GitHub makes it of a heading. */
    private static String slug(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-');
    }

    /** What stands in fenced blocks, a line of a shell each; continued lines are joined. */
    List<String> shownLines() {
        List<String> lines = new ArrayList<>();
        Matcher block = FENCED.matcher(text);
        while (block.find()) {
            block.group().replaceAll("\\\\\n\\s*", " ").lines().map(String::strip).forEach(lines::add);
        }
        return lines;
    }

    /** What stands in backticks within the text. */
    List<String> shownWords() {
        return CODE.matcher(prose())
                .results()
                .map(found -> found.group().substring(1, found.group().length() - 1))
                .toList();
    }

    private String prose() {
        return FENCED.matcher(text).replaceAll("");
    }

    @Override
    public String toString() {
        return name();
    }
}
