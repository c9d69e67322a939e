package dev.socketscope.app.docs;

import dev.socketscope.app.docs.AskedKeys.Key;
import dev.socketscope.engine.api.FaultPreset;
import dev.socketscope.engine.api.FaultType;
import dev.socketscope.engine.api.Names;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every type of fault with its keys, as a page. */
final class FaultTypesReference {
    private FaultTypesReference() {}

    static String of() {
        FaultKeys any = new FaultKeys(FaultType.DROP);
        return "# Fault types and keys\n\n" + Generated.NOTE
                + "What the reader of faults takes, in the control API and in scenarios. What each type does and what a peer sees of it is told in"
                + " [Faults](../faults.md), how to arm one in [Arm faults](faults.md).\n\n## Keys of all types\n\n"
                + Cell.head("key", "takes", "by default")
                + Cell.row(Cell.code("type"), "one of those below", "must be given")
                + Cell.row(Cell.code("match"), "an object, see below", "everything")
                + rows(any, any.common(), "")
                + "\n## Keys of `match`\n\n" + Cell.head("key", "takes", "by default")
                + rows(any, any.selectors(), "match.")
                + Stream.of(FaultType.Group.values()).map(FaultTypesReference::group).collect(Collectors.joining())
                + presets();
    }

    private static String rows(FaultKeys keys, List<Key> all, String above) {
        return all.stream()
                .map(key -> Cell.row(Cell.code(above + key.name()), takes(keys, key, above), usual(key)))
                .collect(Collectors.joining());
    }

    private static String group(FaultType.Group group) {
        String rows = Stream.of(FaultType.values())
                .filter(type -> type.group() == group)
                .map(FaultTypesReference::type)
                .collect(Collectors.joining());
        return "\n## The group " + Names.of(group) + "\n\n" + Cell.head("type", "key", "takes", "by default", "refuses")
                + rows;
    }

    private static String type(FaultType type) {
        FaultKeys keys = new FaultKeys(type);
        String name = Cell.code(type.wireName());
        String refused = Cell.codes(keys.refused().stream());
        List<Key> own = keys.own();
        if (own.isEmpty()) {
            return Cell.row(name, "", "", "", refused);
        }
        StringBuilder rows = new StringBuilder();
        for (Key key : own) {
            boolean first = rows.isEmpty();
            rows.append(Cell.row(first ? name : "", Cell.code(key.name()), takes(keys, key, ""), usual(key),
                    first ? refused : ""));
        }
        return rows.toString();
    }

    private static String takes(FaultKeys keys, Key key, String above) {
        return key.choices().isEmpty() ? keys.range(key, above) : Cell.codes(keys.possible(key, above));
    }

    private static String usual(Key key) {
        String fallback = key.fallback();
        return fallback == null ? "must be given" : fallback.isEmpty() ? "" : Cell.code(fallback);
    }

    private static String presets() {
        return "\n## Presets\n\nHops that are made of several faults.\n\n" + Cell.head("preset", "does", "armed")
                + Stream.of(FaultPreset.values())
                        .map(preset -> Cell.row(Cell.code(preset.wireName()), Cell.plain(preset.summary()),
                                Cell.codes(preset.faults().stream().map(fault -> fault.spec().type().wireName()))))
                        .collect(Collectors.joining());
    }
}
