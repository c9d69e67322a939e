package dev.socketscope.app.scenarios;

import dev.socketscope.engine.api.Command.Legs;
import dev.socketscope.engine.api.Command.Mode;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.FaultPreset;
import dev.socketscope.engine.api.FaultType;
import dev.socketscope.engine.api.MessageFault;
import dev.socketscope.engine.api.Names;
import dev.socketscope.engine.api.TransportFault;
import dev.socketscope.engine.scenario.Expectation.Comparison;
import java.util.List;
import java.util.stream.Stream;

/** The values of keys that have only a few, as a file spells them. */
final class FormOptions {
    private FormOptions() {}

    /** Empty when anything may be typed. */
    static List<String> of(String key) {
        return switch (key.substring(key.lastIndexOf('.') + 1)) {
            case "type" -> names(FaultType.values());
            case "preset" -> names(FaultPreset.values());
            case "leg" -> names(Legs.values());
            case "mode" -> names(Mode.values());
            case "distribution" -> names(TransportFault.Distribution.values());
            case "utf8" -> names(MessageFault.Utf8.values());
            case "kind" -> names(MessageFault.Rule.values());
            case "opcode" -> List.of("", "text", "binary");
            case "direction" -> Stream.concat(key.startsWith("inject") ? Stream.of() : Stream.of(""),
                    names(Direction.values()).stream()).toList();
            case "op" -> Stream.of(Comparison.values()).map(Comparison::sign).toList();
            default -> List.of();
        };
    }

    private static List<String> names(Enum<?>[] constants) {
        return Stream.of(constants).map(Names::of).toList();
    }
}
