package dev.socketscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.app.controls.Strings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** All words of the window stand in the bundle, and the bundle has no others: read off the sources. */
class TextsTest {
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");
    private static final Pattern ASKED = Pattern
            .compile("(?:Strings\\.of|Sections\\.(?:panel|title|hint))\\(\\s*\"([^\"]+)\"\\s*[,)]");
    private static final Pattern FXML_TEXT = Pattern
            .compile("\\b(?:text|promptText|accessibleText|accessibleHelp)=\"([^\"]*)\"");
    /** Whoever shows a text gives it to one of these. */
    private static final Pattern SHOWN = Pattern.compile("(?:setText|setPromptText|setAccessibleText|setAccessibleHelp"
            + "|new Label|new Button|new ToggleButton|new Tooltip|new MenuItem|new CheckBox|new Hyperlink|new TableColumn<>)"
            + "\\(\\s*\"([^\"]*)\"");
    private static final Pattern WORD = Pattern.compile("[A-Za-z]{2}");
    private static final int SHORTEST_PREFIX = 3;

    private final List<String> java = read(Path.of("src/main/java"), ".java");
    private final List<String> fxml = read(Path.of("../src-fx-resources/fxml"), ".fxml");

    @Test
    void everyTextThatIsAskedForIsThere() {
        Set<String> asked = new HashSet<>();
        java.forEach(source -> asked.addAll(all(ASKED, source)));
        texts().filter(text -> text.startsWith("%")).forEach(text -> asked.add(text.substring(1)));

        assertThat(asked).hasSizeGreaterThan(300);
        assertThat(Strings.bundle().keySet()).containsAll(asked);
    }

    /** A key is asked for whole, or made of a beginning that stands in the sources and an end. */
    @Test
    void everyTextIsAskedFor() {
        Set<String> literals = new HashSet<>();
        java.forEach(source -> literals.addAll(all(LITERAL, source)));
        texts().filter(text -> text.startsWith("%")).forEach(text -> literals.add(text.substring(1)));

        assertThat(Strings.bundle().keySet()).filteredOn(key -> literals.stream().noneMatch(known -> makes(known, key)))
                .isEmpty();
    }

    @Test
    void noWordsStandInTheSources() {
        List<String> words = new ArrayList<>(
                texts().filter(text -> !text.startsWith("%") && WORD.matcher(text).find()).toList());
        java.forEach(
                source -> all(SHOWN, source).stream().filter(text -> WORD.matcher(text).find()).forEach(words::add));

        assertThat(words).isEmpty();
    }

    private static boolean makes(String known, String key) {
        if (known.equals(key)) {
            return true;
        }
        boolean begins = known.length() >= SHORTEST_PREFIX && key.startsWith(known);
        return begins && (known.endsWith(".") || known.endsWith("-") || key.charAt(known.length()) == '.');
    }

    private Stream<String> texts() {
        return fxml.stream().flatMap(source -> all(FXML_TEXT, source).stream());
    }

    private static List<String> all(Pattern pattern, String source) {
        Matcher matcher = pattern.matcher(source);
        List<String> found = new ArrayList<>();
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    private static List<String> read(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<String> sources = new ArrayList<>();
            for (Path file : files.filter(each -> each.toString().endsWith(ending)).sorted().toList()) {
                sources.add(Files.readString(file));
            }
            return sources;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
