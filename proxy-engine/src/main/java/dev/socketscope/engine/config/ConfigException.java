package dev.socketscope.engine.config;

import java.util.List;
import java.util.stream.Collectors;

/** A configuration that cannot be used. The message has one line for every problem, in the order of the file. */
public final class ConfigException extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient List<Problem> problems;

    /** @param problems at least one */
    public ConfigException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** A problem that no file is to blame for. */
    public ConfigException(String message) {
        super(message);
        this.problems = List.of();
    }

    /** What is wrong, in the order of the file; empty when no file is to blame. */
    public List<Problem> problems() {
        return problems;
    }

    /** A flag whose value does not fit. */
    public static ConfigException of(String flag, String value, String expected) {
        return new ConfigException(flag + ": got " + Shown.text(value) + ", expected " + expected);
    }
}
