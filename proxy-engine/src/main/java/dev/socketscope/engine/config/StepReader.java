package dev.socketscope.engine.config;

import dev.socketscope.engine.api.CloseCode;
import dev.socketscope.engine.api.Command.Legs;
import dev.socketscope.engine.api.Command.Mode;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.EndingFault;
import dev.socketscope.engine.api.FaultMatch;
import dev.socketscope.engine.api.FaultPreset;
import dev.socketscope.engine.scenario.Step;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one element of a scenario's {@code steps}. */
final class StepReader {
    private static final List<String> KINDS = List.of("arm", "disarm", "cut", "preset", "inject");
    private static final Syntax<Duration> AT = Syntax.duration(Duration.ZERO, Duration.ofHours(24));

    private StepReader() {}

    /** Empty when it is no step, which has been reported. */
    static Optional<Step> read(Section section) {
        Optional<Duration> at = section.require("at", AT);
        Optional<String> kind = section.exactlyOne(KINDS);
        Optional<Step> step = kind.flatMap(word -> step(section, word, at.orElse(Duration.ZERO)));
        section.finish();
        return at.isEmpty() ? Optional.empty() : step;
    }

    /** Whether that is what these keys say. */
    static boolean reads(Map<String, Object> keys, Step step) {
        try {
            return parse(keys).equals(step);
        } catch (ConfigException _) {
            return false;
        }
    }

    /** A step alone. The keys that problems name are its own. */
    static Step parse(Map<String, Object> keys) throws ConfigException {
        return Problems.none(problems -> new YamlReader(problems).section(YamlText.flow(keys), "a step")
                .flatMap(StepReader::read));
    }

    private static Optional<Step> step(Section section, String kind, Duration at) {
        return switch (kind) {
            case "arm" -> section.section("arm")
                    .flatMap(fault -> FaultReader.read(fault).map(f -> new Step.Arm(at, f, fault.has("seed"))));
            case "cut" -> section.section("cut").flatMap(cut -> cut(cut, at));
            case "inject" -> section.section("inject").flatMap(inject -> SectionFields.reading(inject, in -> {
                Step step = new Step.Inject(at, scope(in, "inject"), in.choice(Direction.class, "direction"),
                        in.text("text"));
                in.finish();
                return step;
            }));
            case "preset" -> preset(section, at);
            default -> SectionFields.reading(section, in -> new Step.Disarm(at, in.text("disarm")));
        };
    }

    private static Optional<Step> preset(Section section, Duration at) {
        Optional<Duration> time = section.read("for", ScenarioReader.SPAN);
        return SectionFields.reading(section, in -> new Step.Preset(at, in.choice(FaultPreset.class, "preset"),
                scope(in, "preset"), time.orElse(null)));
    }

    private static Optional<Step> cut(Section section, Duration at) {
        Optional<Duration> time = section.read("for", ScenarioReader.SPAN);
        Optional<Step> step = SectionFields.reading(section, in -> {
            FaultMatch scope = scope(in, "cut");
            // The same values may stand in a Close frame as for the fault that does this later.
            EndingFault.Disconnect how = new EndingFault.Disconnect(in.choice(Legs.class, "leg", Legs.BOTH),
                    in.choice(Mode.class, "mode", Mode.FIN), in.whole("code", CloseCode.GOING_AWAY),
                    in.text("reason", ""));
            return new Step.Cut(at, scope, how.leg(), how.mode(), how.code(), how.reason(), time.orElse(null));
        });
        section.finish();
        return step;
    }

    private static FaultMatch scope(FaultFields in, String subject) {
        return FaultReader.match(in.object("match")).connectionsOnly(subject);
    }
}
