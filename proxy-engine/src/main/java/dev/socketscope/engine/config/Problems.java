package dev.socketscope.engine.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Collects what is wrong with one file, so that all of it can be told at once. */
final class Problems {
    private static final int MOST = 50;
    private final String source;
    private final boolean here;
    private final List<Problem> found = new ArrayList<>();

    /** Of a text that may be meant for an engine on another machine. */
    Problems(String source) {
        this(source, false);
    }

    private Problems(String source, boolean here) {
        this.source = source;
        this.here = here;
    }

    /** Of a file that is used on this machine, so that the files that it names have to be here. */
    static Problems here(String source) {
        return new Problems(source, true);
    }

    /** Whether a file that is named should be there and is not. */
    boolean missing(Path file) {
        return here && (!Files.isReadable(file) || Files.isDirectory(file));
    }

    /** What a reader makes of a text that has no name. */
    static <T> T none(Function<Problems, Optional<T>> reader) throws ConfigException {
        Problems problems = new Problems("");
        Optional<T> read = reader.apply(problems);
        problems.throwIfAny();
        return read.orElseThrow(() -> new ConfigException("expected something, got nothing"));
    }

    void add(int line, String key, String text) {
        if (found.size() < MOST) {
            found.add(new Problem(source, line, key, text));
        }
    }

    /** A value that does not fit its key. */
    void unfit(Yaml value, String key, String expected) {
        add(value.line(), key, "got " + value.shown() + ", expected " + expected);
    }

    void throwIfAny() throws ConfigException {
        if (!found.isEmpty()) {
            throw new ConfigException(found.stream().sorted(Comparator.comparingInt(Problem::line)).toList());
        }
    }
}
