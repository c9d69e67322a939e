package dev.socketscope.app.payload;

import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Seeded JSON documents with everything that is easily got wrong. */
final class RandomJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String[] STRINGS = {"", "plain", "with \"quotes\" and \\ back", "comma, colon: {bracket]",
            "línea",
            "漢字", "🎉", "tab\tnew\nline", "\u0000", "x".repeat(300)};
    private final Random random;

    RandomJson(long seed) {
        random = new Random(seed);
    }

    /** An object or an array. */
    JsonNode document() {
        return container(4);
    }

    /** The document as text, with blanks in odd places. */
    String text(JsonNode node) {
        String compact = JSON.writeValueAsString(node);
        if (random.nextInt(3) == 0) {
            return compact;
        }
        if (random.nextInt(2) == 0) {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(node);
        }
        return blanks(compact);
    }

    private JsonNode container(int depth) {
        int size = random.nextInt(6);
        if (random.nextBoolean()) {
            ObjectNode object = JSON.createObjectNode();
            for (int i = 0; i < size; i++) {
                object.set(string() + i, value(depth - 1));
            }
            return object;
        }
        ArrayNode array = JSON.createArrayNode();
        for (int i = 0; i < size; i++) {
            array.add(value(depth - 1));
        }
        return array;
    }

    private JsonNode value(int depth) {
        if (depth > 0 && random.nextInt(3) == 0) {
            return container(depth);
        }
        return switch (random.nextInt(6)) {
            case 0 -> JSON.getNodeFactory().numberNode(random.nextInt());
            case 1 -> JSON.getNodeFactory().numberNode(random.nextDouble() * 1e9);
            case 2 -> JSON.getNodeFactory().booleanNode(random.nextBoolean());
            case 3 -> JSON.getNodeFactory().nullNode();
            default -> JSON.getNodeFactory().stringNode(string());
        };
    }

    private String string() {
        return STRINGS[random.nextInt(STRINGS.length)];
    }

    /** Blanks before and after the brackets, commas and colons that are not in strings. */
    private String blanks(String compact) {
        var text = new StringBuilder();
        boolean inString = false;
        for (int i = 0; i < compact.length(); i++) {
            char c = compact.charAt(i);
            boolean mark = !inString && "{}[],:".indexOf(c) >= 0;
            text.append(mark ? blank() : "").append(c).append(mark ? blank() : "");
            if (c == '\\') {
                text.append(compact.charAt(++i));
            } else if (c == '"') {
                inString = !inString;
            }
        }
        return text.toString();
    }

    private String blank() {
        return " \t\r\n".substring(0, random.nextInt(4));
    }
}
