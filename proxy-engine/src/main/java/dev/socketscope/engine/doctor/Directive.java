package dev.socketscope.engine.doctor;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A line of a configuration made of words, with the lines in its braces.
 *
 * @param line from 1
 * @param name the first word; empty for the file as a whole
 * @param words those behind it, without quotes
 * @param body empty when there are no braces
 */
record Directive(int line, String name, List<String> words, List<Directive> body) {
    Directive {
        words = List.copyOf(words);
        body = List.copyOf(body);
    }

    boolean is(String other) {
        return name.equals(other);
    }

    /** A word, or nothing when there are not so many. */
    String word(int index) {
        return index < words.size() ? words.get(index) : "";
    }

    /** As {@link #word}, for words whose letter case counts for nothing. */
    String lower(int index) {
        return word(index).toLowerCase(Locale.ROOT);
    }

    /** The last one of that name in the braces, which is the one that counts. */
    Optional<Directive> find(String child) {
        return all(child).reduce((_, later) -> later);
    }

    Stream<Directive> all(String child) {
        return body.stream().filter(d -> d.is(child));
    }

    /** All of that name in the braces and deeper. */
    Stream<Directive> below(String child) {
        return body.stream().flatMap(d -> Stream.concat(d.is(child) ? Stream.of(d) : Stream.empty(), d.below(child)));
    }

    /** Name and words, as they are to be shown. */
    String text() {
        return Stream.concat(Stream.of(name), words.stream().map(word -> word.isEmpty() ? "\"\"" : word))
                .collect(Collectors.joining(" "));
    }
}
