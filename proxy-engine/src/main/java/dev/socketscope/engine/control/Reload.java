package dev.socketscope.engine.control;

import dev.socketscope.engine.wire.ConfigProblemJson;
import java.util.List;

/** Reads the configuration that the engine was started with once more, and takes over what can change. Any thread. */
@FunctionalInterface
public interface Reload {
    /** For an engine that has no file to read. */
    Reload NO_FILE = () -> new Outcome.Refused("There is no file to read: the engine was started without --config.",
            List.of());

    Outcome run();

    /** What became of it. */
    sealed interface Outcome {
        /**
         * It is in force.
         *
         * @param message for a person
         * @param restart what the file says now and only a restart can bring, a sentence each
         */
        record Done(String message, List<String> restart) implements Outcome {
            public Done {
                restart = List.copyOf(restart);
            }
        }

        /**
         * Nothing has changed.
         *
         * @param problems what is wrong with the file; empty when it is something else
         */
        record Refused(String reason, List<ConfigProblemJson> problems) implements Outcome {
            public Refused {
                problems = List.copyOf(problems);
            }
        }
    }
}
