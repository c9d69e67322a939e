package dev.socketscope.engine.ws;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The value of {@code Sec-WebSocket-Extensions} (RFC 6455 §9.1): offers in order of preference, or what was agreed.
 *
 * @param list in the order of the header
 */
public record Extensions(List<Extension> list) {
    public static final String HEADER = "Sec-WebSocket-Extensions";
    public static final Extensions NONE = new Extensions(List.of());

    public Extensions {
        list = List.copyOf(list);
    }

    /** One extension, for example {@code permessage-deflate; client_max_window_bits}. */
    public record Extension(String name, List<Parameter> parameters) {
        public Extension {
            parameters = List.copyOf(parameters);
        }

        public boolean is(String other) {
            return name.equalsIgnoreCase(other);
        }

        public boolean has(String parameter) {
            return parameters.stream().anyMatch(p -> p.name().equalsIgnoreCase(parameter));
        }

        /** The same with a parameter that takes no value added, unless it is there already. */
        public Extension with(String parameter) {
            if (has(parameter)) {
                return this;
            }
            List<Parameter> more = new ArrayList<>(parameters);
            more.add(new Parameter(parameter, null));
            return new Extension(name, more);
        }

        @Override
        public String toString() {
            return parameters.stream().map(p -> "; " + p).collect(Collectors.joining("", name, ""));
        }
    }

    /** @param value without quotes; null when the parameter has none. A token, even where it stood in quotes (§9.1) */
    public record Parameter(String name, @Nullable String value) {
        @Override
        public String toString() {
            return value == null ? name : name + "=" + value;
        }
    }

    /**
     * Reads the header's fields, which count as one list (RFC 6455 §11.3.2).
     *
     * @return empty when the grammar is broken anywhere
     */
    public static Optional<Extensions> parse(List<String> fields) {
        return new ExtensionParser(String.join(",", fields)).parse().map(Extensions::new);
    }

    public boolean isEmpty() {
        return list.isEmpty();
    }

    /** The header's value; empty when there is nothing to say. */
    @Override
    public String toString() {
        return list.stream().map(Extension::toString).collect(Collectors.joining(", "));
    }
}
