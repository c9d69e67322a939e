package dev.socketscope.engine.wire;

import dev.socketscope.engine.config.ConfigException;
import java.util.List;

/** A configuration that cannot be used. The message has one line for every problem. */
public final class UnfitConfigException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;
    private final transient List<ConfigProblemJson> problems;

    UnfitConfigException(ConfigException cause) {
        super(cause.getMessage(), cause);
        this.problems = ConfigProblemJson.all(cause);
    }

    public List<ConfigProblemJson> problems() {
        return problems;
    }
}
