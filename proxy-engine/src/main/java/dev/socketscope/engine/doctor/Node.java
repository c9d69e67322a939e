package dev.socketscope.engine.doctor;

import dev.socketscope.engine.config.Yaml;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A value in a document of protobuf messages, whose fields may be written {@code like_this} or {@code likeThis}.
 *
 * @param line of its key, or of its beginning in a list
 */
record Node(int line, Yaml value) {
    private static final Pattern WORD_BEGINS = Pattern.compile("_([a-z0-9])");

    static Node of(Yaml value) {
        return new Node(value.line(), value);
    }

    boolean isMapping() {
        return value instanceof Yaml.Mapping;
    }

    /** What stands below a chain of fields. */
    Optional<Node> get(String... fields) {
        Optional<Node> node = Optional.of(this);
        for (String field : fields) {
            node = node.flatMap(n -> n.child(field));
        }
        return node;
    }

    private Optional<Node> child(String field) {
        if (!(value instanceof Yaml.Mapping mapping)) {
            return Optional.empty();
        }
        String camel = WORD_BEGINS.matcher(field).replaceAll(m -> m.group(1).toUpperCase(Locale.ROOT));
        return mapping.entries()
                .stream()
                .filter(e -> e.key().equals(field) || e.key().equals(camel))
                .findFirst()
                .map(e -> new Node(e.line(), e.value()));
    }

    /** The elements of a list below a field; none when there is no such list. */
    List<Node> items(String field) {
        return child(field).filter(n -> n.value instanceof Yaml.Sequence)
                .map(n -> ((Yaml.Sequence) n.value).items().stream().map(Node::of).toList())
                .orElse(List.of());
    }

    /** Empty for anything but a single value. */
    Optional<String> text() {
        return value instanceof Yaml.Scalar scalar ? Optional.of(scalar.text()) : Optional.empty();
    }

    String text(String... fields) {
        return get(fields).flatMap(Node::text).orElse("");
    }

    /** Whether it is a message of that type. */
    boolean isA(String type) {
        return text("@type").endsWith("." + type);
    }

    /** This and everything below it. */
    Stream<Node> all() {
        return Stream.concat(Stream.of(this), children().flatMap(Node::all));
    }

    private Stream<Node> children() {
        return switch (value) {
            case Yaml.Mapping mapping -> mapping.entries().stream().map(e -> new Node(e.line(), e.value()));
            case Yaml.Sequence list -> list.items().stream().map(Node::of);
            case Yaml.Scalar _,Yaml.Nothing _ -> Stream.empty();
        };
    }
}
