package dev.socketscope.engine.config;

import dev.socketscope.engine.scenario.Scenario;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Scenarios by file or, where there is no such file, by the name of one that comes with the program. */
public final class ShippedScenarios {
    public static final List<String> NAMES = List.of("flaky-train", "edge-idle-cut", "restart-storm", "half-open-peer",
            "deploy", "slow-3g", "laptop-sleep");
    private static final String FOLDER = "/dev/socketscope/engine/scenario/";

    private ShippedScenarios() {}

    /** @throws ConfigException when there is neither, or when it cannot be used; the message says what is wrong with it */
    public static Scenario open(String fileOrName) throws ConfigException {
        if (Files.exists(Path.of(fileOrName))) {
            return ScenarioReader.read(Path.of(fileOrName));
        }
        if (!NAMES.contains(fileOrName)) {
            throw new ConfigException(fileOrName + ": no such file, and no such scenario among "
                    + String.join(", ", NAMES)
                    + Nearest.to(fileOrName, NAMES).map(name -> "; did you mean " + name + "?").orElse(""));
        }
        return ScenarioReader.parse(fileOrName, fileOrName, text(fileOrName));
    }

    /** @param name one of {@link #NAMES} */
    public static String text(String name) {
        try (InputStream in = ShippedScenarios.class.getResourceAsStream(FOLDER + name + ".yaml")) {
            if (in == null) {
                throw new IllegalStateException(FOLDER + name + ".yaml is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
