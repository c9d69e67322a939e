package dev.socketscope.engine.conversation;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What counts as the same message: JSON documents with the same content, whatever the order of their fields, their spaces, and what stands at ignored
 * paths; other messages with the same bytes.
 */
public final class Sameness {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final int MOST_CHARS = 240;
    private static final int MOST_BYTES = 48;
    private static final int MOST_LINES = 12;

    private final List<IgnoredPath> ignored;

    public Sameness(List<IgnoredPath> ignored) {
        this.ignored = List.copyOf(ignored);
    }

    /** Equal for messages that count as the same. */
    String key(Message message) {
        return document(message).map(node -> "json " + canonical(node))
                .orElseGet(() -> message.opcode() + " " + new String(message.bytes(), StandardCharsets.ISO_8859_1));
    }

    private Optional<JsonNode> document(Message message) {
        if (!message.text() || message.bytes().length == 0 || "{[".indexOf(firstSign(message.bytes())) < 0) {
            return Optional.empty();
        }
        try {
            JsonNode node = MAPPER.readTree(message.bytes());
            ignored.forEach(path -> path.removeFrom(node));
            return Optional.of(node);
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    private static char firstSign(byte[] bytes) {
        for (byte each : bytes) {
            if (each != ' ' && each != '\n' && each != '\t' && each != '\r') {
                return (char) each;
            }
        }
        return ' ';
    }

    private static String canonical(JsonNode node) {
        if (node.isObject()) {
            StringBuilder text = new StringBuilder("{");
            new TreeSet<>(node.propertyNames())
                    .forEach(name -> text.append('"')
                            .append(name)
                            .append("\":")
                            .append(canonical(node.get(name)))
                            .append(','));
            return text.append('}').toString();
        }
        if (node.isArray()) {
            StringBuilder text = new StringBuilder("[");
            node.valueStream().forEach(child -> text.append(canonical(child)).append(','));
            return text.append(']').toString();
        }
        return node.isNumber() ? number(node.decimalValue()) : node.toString();
    }

    private static String number(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toString();
    }

    /** What distinguishes two messages, line by line: {@code $.count: 3 → 4} for JSON, both texts for others. */
    List<String> difference(Message recorded, Message seen) {
        Optional<JsonNode> before = document(recorded);
        Optional<JsonNode> now = document(seen);
        if (before.isEmpty() || now.isEmpty()) {
            return List.of("- " + line(recorded), "+ " + line(seen));
        }
        List<String> lines = new ArrayList<>();
        compare("$", before.get(), now.get(), lines);
        if (lines.size() > MOST_LINES) {
            String more = "and " + (lines.size() - MOST_LINES) + " more";
            lines.subList(MOST_LINES, lines.size()).clear();
            lines.add(more);
        }
        return List.copyOf(lines);
    }

    private static void compare(String path, JsonNode before, JsonNode now, List<String> lines) {
        if (canonical(before).equals(canonical(now))) {
            return;
        }
        if (before.isObject() && now.isObject()) {
            TreeSet<String> names = new TreeSet<>(before.propertyNames());
            names.addAll(now.propertyNames());
            for (String name : names) {
                child(path + "." + name, before.get(name), now.get(name), lines);
            }
        } else if (before.isArray() && now.isArray()) {
            for (int i = 0; i < Math.max(before.size(), now.size()); i++) {
                child(path + "[" + i + "]", before.get(i), now.get(i), lines);
            }
        } else {
            lines.add(path + ": " + cut(before.toString()) + " → " + cut(now.toString()));
        }
    }

    private static void child(String path, @Nullable JsonNode before,
            @Nullable JsonNode now, List<String> lines) {
        if (before == null && now != null) {
            lines.add(path + ": nothing → " + cut(now.toString()));
        } else if (before != null && now == null) {
            lines.add(path + ": " + cut(before.toString()) + " → nothing");
        } else if (before != null && now != null) {
            compare(path, before, now, lines);
        }
    }

    /** A message in one line. */
    static String line(Message message) {
        if (message.text()) {
            return cut(new String(message.bytes(), StandardCharsets.UTF_8).replace('\n', '⏎').replace('\r', ' '));
        }
        int shown = Math.min(MOST_BYTES, message.bytes().length);
        return message.bytes().length + " bytes " + HexFormat.ofDelimiter(" ").formatHex(message.bytes(), 0, shown)
                + (shown < message.bytes().length ? " …" : "");
    }

    private static String cut(String text) {
        return text.length() <= MOST_CHARS ? text : text.substring(0, MOST_CHARS) + "…";
    }
}
