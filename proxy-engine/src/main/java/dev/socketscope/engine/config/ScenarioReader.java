package dev.socketscope.engine.config;

import dev.socketscope.engine.api.FaultMatch;
import dev.socketscope.engine.scenario.Expectation;
import dev.socketscope.engine.scenario.Scenario;
import dev.socketscope.engine.scenario.Step;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads scenarios, strictly: unknown keys and impossible values are refused, and all problems of a file are told at once. */
public final class ScenarioReader {
    static final Syntax<Duration> SPAN = Syntax.duration(Duration.ofMillis(1), Duration.ofHours(24));
    private static final Syntax<String> ABOUT = new Syntax<>("one line of text",
            text -> Optional.of(text).filter(t -> t.lines().count() == 1));
    private static final long DEFAULT_SEED = 1;

    private ScenarioReader() {}

    /** Reads a UTF-8 file of at most 1 MiB. */
    public static Scenario read(Path file) throws ConfigException {
        return parse(file.toString(), name(file), text(file));
    }

    /** What a scenario in that file is called: as the file without its ending. */
    public static String name(Path file) {
        return String.valueOf(file.getFileName()).replaceFirst("\\.ya?ml$", "");
    }

    /** What stands in a UTF-8 file of at most 1 MiB, scenario or not. */
    public static String text(Path file) throws ConfigException {
        return ConfigFile.content(file);
    }

    /** As {@link #read}, from text; {@code source} is what messages name. */
    public static Scenario parse(String source, String name, String text) throws ConfigException {
        Problems problems = new Problems(source);
        Optional<Scenario> scenario = new YamlReader(problems)
                .section(text, "a mapping with keys such as steps and expect")
                .flatMap(section -> read(name, section));
        problems.throwIfAny();
        return scenario.orElseThrow(() -> new ConfigException(source + ": is empty, expected a scenario"));
    }

    private static Optional<Scenario> read(String name, Section file) {
        String about = file.read("about", "", ABOUT);
        long seed = file.read("seed", DEFAULT_SEED, Syntax.wholeLong());
        FaultMatch match = SectionFields.reading(file,
                in -> FaultReader.match(in.object("match")).connectionsOnly("a scenario")).orElse(FaultMatch.ANY);
        @Nullable
        Duration length = file.read("length", SPAN).orElse(null);
        List<Step> steps = steps(file.sections("steps"));
        List<Expectation> expectations = file.sections("expect")
                .stream()
                .flatMap(section -> ExpectationReader.read(section).stream())
                .toList();
        if (!file.has("expect")) {
            file.invalid("expect", "missing, expected a list with at least one of "
                    + String.join(", ", ExpectationReader.KEYS));
        }
        file.finish();
        return expectations.isEmpty() ? Optional.empty()
                : Optional.of(new Scenario(name, about, seed, match, length, steps, expectations));
    }

    private static List<Step> steps(List<Section> sections) {
        List<Step> steps = new ArrayList<>();
        for (Section section : sections) {
            StepReader.read(section).ifPresent(step -> {
                if (step instanceof Step.Disarm disarm) {
                    known(section, disarm, steps);
                }
                steps.add(step);
            });
        }
        return steps;
    }

    private static void known(Section section, Step.Disarm disarm, List<Step> before) {
        List<String> labels = Step.armed(before, disarm.at());
        if (!labels.contains(disarm.label())) {
            section.invalid("disarm", "got " + Shown.text(disarm.label())
                    + ", expected the label of a step before it" + (labels.isEmpty() ? "" : ": ")
                    + String.join(", ", labels));
        }
    }
}
