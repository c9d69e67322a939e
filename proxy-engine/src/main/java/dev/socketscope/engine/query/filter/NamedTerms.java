package dev.socketscope.engine.query.filter;

import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.FilterException;
import dev.socketscope.engine.api.Opcode;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads what follows {@code name:}. */
final class NamedTerms {
    static final List<String> NAMES = Stream
            .concat(Arrays.stream(ConnectionField.values()).map(ConnectionField::term), Stream.of("dir", "op", "hex"))
            .toList();
    private static final Map<String, Direction> DIRECTIONS = new TreeMap<>(Map.of("up", Direction.TO_UPSTREAM,
            "to-upstream", Direction.TO_UPSTREAM, "down", Direction.TO_CLIENT, "to-client", Direction.TO_CLIENT));
    private static final Map<String, Set<Opcode>> OPCODES = opcodes();

    private NamedTerms() {}

    private static Map<String, Set<Opcode>> opcodes() {
        Map<String, Set<Opcode>> opcodes = new TreeMap<>();
        for (Opcode opcode : Opcode.values()) {
            opcodes.put(opcode.wireName(), EnumSet.of(opcode));
        }
        opcodes.put("control", EnumSet.of(Opcode.CLOSE, Opcode.PING, Opcode.PONG));
        opcodes.put("data", EnumSet.of(Opcode.TEXT, Opcode.BINARY, Opcode.CONTINUATION));
        return opcodes;
    }

    /**
     * @param text stands behind the colon
     * @param from where the name began
     */
    static Expr parse(FilterText text, String name, int from) throws FilterException {
        if (!NAMES.contains(name)) {
            throw new FilterException(unknown(name), from);
        }
        int at = text.at();
        String value = text.value(name + ":");
        for (ConnectionField field : ConnectionField.values()) {
            if (field.term().equals(name)) {
                return new Expr.OnConnection(field,
                        field == ConnectionField.STATE ? state(value, at) : Wildcard.of(value));
            }
        }
        return new Expr.OnFrame(switch (name) {
            case "dir" -> new FrameTerm.OfDirection(choose("direction", DIRECTIONS, value, at));
            case "op" -> new FrameTerm.OfOpcode(choose("opcode", OPCODES, value, at));
            default -> new FrameTerm.WithBytes(ByteSearch.exactly(bytes(value, at)));
        });
    }

    private static String unknown(String name) {
        List<String> choices = Stream.concat(NAMES.stream(), Quantity.TERMS.stream()).map(n -> n + ":").toList();
        String message = Nearest.unknown("term '" + name + ":'", name + ":", choices);
        return message.endsWith("?") ? message : message + "; text with a colon goes into quotes";
    }

    private static Wildcard state(String value, int at) throws FilterException {
        List<String> states = Arrays.stream(Connection.State.values()).map(Connection.State::wireName).toList();
        if (!value.contains("*") && !states.contains(value.toLowerCase(Locale.ROOT))) {
            throw new FilterException(Nearest.unknown("state '" + value + "'", value, states), at);
        }
        return Wildcard.of(value);
    }

    private static <T> T choose(String kind, Map<String, T> choices, String value, int at) throws FilterException {
        T choice = choices.get(value.toLowerCase(Locale.ROOT));
        if (choice == null) {
            List<String> known = List.copyOf(choices.keySet());
            throw new FilterException(Nearest.unknown(kind + " '" + value + "'", value, known), at);
        }
        return choice;
    }

    private static byte[] bytes(String value, int at) throws FilterException {
        try {
            return HexFormat.of().parseHex(value.replace(" ", ""));
        } catch (IllegalArgumentException e) {
            throw new FilterException("hex: takes pairs of hexadecimal digits, for example hex:0a0b", at);
        }
    }
}
