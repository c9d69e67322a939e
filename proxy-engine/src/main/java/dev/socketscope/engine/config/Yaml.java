package dev.socketscope.engine.config;

import java.util.List;

/** A YAML value that still knows where it stood. An alias is a {@link Scalar} that begins with a star. */
public sealed interface Yaml {
    /** Line of the value's beginning, from 1. */
    int line();

    /** The value as a message shows it. */
    String shown();

    /** Anything that is not a list or a mapping; numbers and booleans are kept as they were written. */
    record Scalar(int line, String text) implements Yaml {
        @Override
        public String shown() {
            return Shown.text(text);
        }
    }

    /** A key without a value. */
    record Nothing(int line) implements Yaml {
        @Override
        public String shown() {
            return "nothing";
        }
    }

    /** A list. */
    record Sequence(int line, List<Yaml> items) implements Yaml {
        @Override
        public String shown() {
            return items.isEmpty() ? "an empty list" : "a list";
        }
    }

    /** Keys and values in the order of the file, repeated keys included. */
    record Mapping(int line, List<Entry> entries) implements Yaml {
        @Override
        public String shown() {
            return "a mapping";
        }
    }

    /** One key of a mapping. */
    record Entry(int line, String key, Yaml value) {}
}
