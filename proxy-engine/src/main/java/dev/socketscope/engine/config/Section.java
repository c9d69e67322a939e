package dev.socketscope.engine.config;

import dev.socketscope.engine.config.Yaml.Entry;
import dev.socketscope.engine.config.Yaml.Mapping;
import dev.socketscope.engine.config.Yaml.Scalar;
import dev.socketscope.engine.config.Yaml.Sequence;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One mapping of a configuration while it is read. Keys are asked for by name; {@link #finish()} reports those that nobody
 * asked for.
 */
final class Section {
    private final String path;
    private final int line;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final SequencedSet<String> known = new LinkedHashSet<>();
    private final Set<String> unfit = new HashSet<>();
    private final Problems problems;

    Section(String path, Mapping mapping, Problems problems) {
        this.path = path;
        this.line = mapping.line();
        this.problems = problems;
        for (Entry entry : mapping.entries()) {
            Entry first = entries.putIfAbsent(entry.key(), entry);
            if (first != null) {
                problems.add(entry.line(), full(entry.key()), "got " + entry.value().shown()
                        + " a second time, expected the key once (it is already on line " + first.line() + ")");
            }
        }
    }

    /** The value of a key, or the fallback when the key is absent or its value does not fit; the latter is reported. */
    <T> T read(String key, T fallback, Syntax<T> syntax) {
        return parse(entry(key), syntax).orElse(fallback);
    }

    /** As {@link #read}, for a key that may be absent. */
    <T> Optional<T> read(String key, Syntax<T> syntax) {
        return parse(entry(key), syntax);
    }

    /** As {@link #read}, for a key that must be there. */
    <T> Optional<T> require(String key, Syntax<T> syntax) {
        Entry entry = entry(key);
        if (entry == null) {
            problems.add(line, full(key), "missing, expected " + syntax.expected());
        }
        return parse(entry, syntax);
    }

    /** A file that is to be read, for a key that may be absent. */
    Optional<Path> file(String key) {
        Optional<Path> file = read(key, Syntax.file());
        if (file.filter(problems::missing).isPresent()) {
            invalid(key, "got " + Shown.text(file.get().toString())
                    + ", expected the path of a file: there is none that can be read");
        }
        return file;
    }

    /** As {@link #file}, for a key that must be there. */
    Optional<Path> requireFile(String key) {
        return has(key) ? file(key) : require(key, Syntax.file());
    }

    private <T> Optional<T> parse(@Nullable Entry entry, Syntax<T> syntax) {
        if (entry == null) {
            return Optional.empty();
        }
        Optional<T> value = entry.value() instanceof Scalar scalar
                ? syntax.parser().apply(scalar.text())
                : Optional.empty();
        if (value.isEmpty()) {
            unfit(entry, syntax.expected());
        }
        return value;
    }

    private void unfit(Entry entry, String expected) {
        unfit.add(entry.key());
        problems.unfit(entry.value(), full(entry.key()), expected);
    }

    /** Whether the key is there. */
    boolean has(String key) {
        return entry(key) != null;
    }

    /**
     * Values fit in themselves but not their meaning.
     *
     * @param key of this section, or with dots of one below it; where it is absent the section's line is named
     * @param text what was found and what was expected
     */
    void invalid(String key, String text) {
        int at = line;
        Map<String, Entry> level = entries;
        for (String part : key.split("\\.")) {
            Entry entry = level.get(part);
            if (entry == null) {
                break;
            }
            at = entry.line();
            level = new LinkedHashMap<>();
            if (entry.value() instanceof Mapping below) {
                for (Entry each : below.entries()) {
                    level.putIfAbsent(each.key(), each);
                }
            }
        }
        problems.add(at, full(key), text);
    }

    /** Whether the key is there and its value is just that word. */
    boolean says(String key, String word) {
        Entry entry = entry(key);
        return entry != null && entry.value() instanceof Scalar scalar && scalar.text().equals(word);
    }

    /** The values of a list, which may be empty; absent when the key is, or when the list or a value of it does not fit. */
    <T> Optional<List<T>> list(String key, Syntax<T> syntax, String expected) {
        Entry entry = entry(key);
        if (entry == null) {
            return Optional.empty();
        }
        if (!(entry.value() instanceof Sequence list)) {
            unfit(entry, expected);
            return Optional.empty();
        }
        List<T> values = new ArrayList<>();
        for (int i = 0; i < list.items().size(); i++) {
            Yaml item = list.items().get(i);
            parse(new Entry(item.line(), key + "[" + i + "]", item), syntax).ifPresent(values::add);
        }
        return values.size() == list.items().size() ? Optional.of(values) : Optional.empty();
    }

    /** As {@link #list}, for a key that may also have one value alone. */
    <T> Optional<List<T>> oneOrMore(String key, Syntax<T> syntax, String expected) {
        Entry entry = entry(key);
        return entry != null && entry.value() instanceof Scalar ? parse(entry, syntax).map(List::of)
                : list(key, syntax, expected);
    }

    /**
     * Which one of some keys is there; empty when none or several are, which is reported.
     *
     * @param keys all of them count as known
     */
    Optional<String> exactlyOne(List<String> keys) {
        List<String> there = keys.stream().filter(this::has).toList();
        if (there.size() == 1) {
            return Optional.of(there.getFirst());
        }
        problems.add(line, path, "got " + (there.isEmpty() ? "none" : String.join(" and ", there))
                + ", expected exactly one of " + String.join(", ", keys));
        return Optional.empty();
    }

    /** The value of a key fits in itself but not beside that of another; said only when both of them fit in themselves. */
    void conflict(String key, String other, String expected) {
        Entry entry = entries.get(key);
        if (entry != null && !unfit.contains(key) && !unfit.contains(other)) {
            unfit(entry, expected);
        }
    }

    /** A mapping below this one; empty when it is absent. */
    Optional<Section> section(String key) {
        return section(key, "a mapping");
    }

    /** As {@link #section(String)}, for a key that knows other values as well. */
    Optional<Section> section(String key, String expected) {
        Entry entry = entry(key);
        return entry == null ? Optional.empty() : section(entry.value(), full(key), expected);
    }

    /** The mappings of a list below this one. */
    List<Section> sections(String key) {
        Entry entry = entry(key);
        List<Section> sections = new ArrayList<>();
        if (entry != null && entry.value() instanceof Sequence list && !list.items().isEmpty()) {
            for (int i = 0; i < list.items().size(); i++) {
                section(list.items().get(i), full(key) + "[" + i + "]", "a mapping").ifPresent(sections::add);
            }
        } else if (entry != null) {
            problems.unfit(entry.value(), full(key), "a list with at least one element");
        }
        return sections;
    }

    private Optional<Section> section(Yaml value, String at, String expected) {
        if (value instanceof Mapping mapping) {
            return Optional.of(new Section(at, mapping, problems));
        }
        problems.unfit(value, at, expected);
        return Optional.empty();
    }

    /** Reports keys that nobody has asked for. */
    void finish() {
        for (Entry entry : entries.values()) {
            if (!known.contains(entry.key())) {
                String nearest = Nearest.to(entry.key(), known).map(k -> "; did you mean " + k + "?").orElse("");
                problems.add(entry.line(), full(entry.key()), "got " + entry.value().shown()
                        + " for an unknown key, expected one of " + String.join(", ", known) + nearest);
            }
        }
    }

    private @Nullable Entry entry(String key) {
        known.add(key);
        return entries.get(key);
    }

    private String full(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
