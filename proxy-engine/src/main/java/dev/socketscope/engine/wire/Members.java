package dev.socketscope.engine.wire;

import dev.socketscope.engine.config.FaultFields;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One JSON object while it is read, strictly: every member is asked for by name and type, and {@link #finish()} refuses those that
 * nobody asked for. All methods throw {@link WireException}. Belongs to one thread.
 */
public final class Members implements FaultFields {
    private static final int LONGEST_SHOWN = 100;
    private final JsonNode node;
    private final String path;
    private final SequencedSet<String> known = new LinkedHashSet<>();

    /** @param path of the object in its document, empty for the root */
    public Members(JsonNode node, String path) {
        if (!node.isObject()) {
            throw new WireException(path, shown(node), "an object");
        }
        this.node = node;
        this.path = path;
    }

    @Override
    public boolean has(String key) {
        return find(key) != null;
    }

    @Override
    public String text(String key) {
        return textIn(require(key, "text"), key);
    }

    @Override
    public long number(String key) {
        return numberIn(require(key, "a whole number"), key);
    }

    @Override
    public int whole(String key) {
        long number = number(key);
        if (number != (int) number) {
            throw new WireException(full(key), Long.toString(number),
                    "a whole number up to " + Integer.MAX_VALUE);
        }
        return (int) number;
    }

    @Override
    public double decimal(String key, double fallback) {
        JsonNode value = find(key);
        if (value == null) {
            return fallback;
        }
        if (!value.isNumber()) {
            throw unfit(key, value, "a number");
        }
        return value.doubleValue();
    }

    public boolean flag(String key, boolean fallback) {
        JsonNode value = find(key);
        if (value == null) {
            return fallback;
        }
        if (!value.isBoolean()) {
            throw unfit(key, value, "true or false");
        }
        return value.booleanValue();
    }

    public Instant instant(String key) {
        String text = text(key);
        try {
            return Instant.parse(text);
        } catch (DateTimeException _) {
            throw new WireException(full(key), '"' + text + '"', "a time such as 2026-01-31T12:00:00Z");
        }
    }

    @Override
    public Duration span(String key) {
        return Spans.parse(full(key), textIn(require(key, Spans.EXPECTED), key));
    }

    @Override
    public <E extends Enum<E>> E choice(Class<E> type, String key) {
        return Constants.parse(type, full(key), textIn(require(key, Constants.expected(type)), key));
    }

    /** What stands below a key, whatever it is. */
    public JsonNode tree(String key) {
        return require(key, "a value");
    }

    /** The object below a key; null when there is none. */
    @Override
    public @Nullable Members object(String key) {
        JsonNode value = find(key);
        return value == null ? null : new Members(value, full(key));
    }

    /** The objects of a list below a key; empty when there is none. */
    @Override
    public List<Members> objects(String key) {
        List<Members> objects = new ArrayList<>();
        for (JsonNode item : array(key)) {
            objects.add(new Members(item, full(key) + "[" + objects.size() + "]"));
        }
        return objects;
    }

    /** As {@link #objects}, to be read by somebody else. */
    public List<ObjectNode> trees(String key) {
        List<ObjectNode> objects = new ArrayList<>();
        for (JsonNode item : array(key)) {
            if (!(item instanceof ObjectNode object)) {
                throw unfit(key + "[" + objects.size() + "]", item, "an object");
            }
            objects.add(object);
        }
        return objects;
    }

    /** The texts of a list below a key; empty when there is none. */
    public List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (JsonNode item : array(key)) {
            texts.add(textIn(item, key + "[" + texts.size() + "]"));
        }
        return texts;
    }

    /** The whole numbers of a list below a key; empty when there is none. */
    public List<Long> numbers(String key) {
        List<Long> numbers = new ArrayList<>();
        for (JsonNode item : array(key)) {
            numbers.add(numberIn(item, key + "[" + numbers.size() + "]"));
        }
        return numbers;
    }

    private Iterable<JsonNode> array(String key) {
        JsonNode value = find(key);
        if (value != null && !value.isArray()) {
            throw unfit(key, value, "a list");
        }
        return value == null ? List.of() : value;
    }

    /** @throws WireException for a member that nobody has asked for */
    @Override
    public void finish() {
        for (String key : node.propertyNames()) {
            if (!known.contains(key)) {
                String guess = Suggestion.of(key, known);
                throw new WireException(full(key), "an unknown key",
                        "one of " + String.join(", ", known) + guess);
            }
        }
    }

    private @Nullable JsonNode find(String key) {
        known.add(key);
        JsonNode value = node.get(key);
        return value == null || value.isNull() ? null : value;
    }

    private JsonNode require(String key, String expected) {
        JsonNode value = find(key);
        if (value == null) {
            throw new WireException(full(key), "nothing", expected);
        }
        return value;
    }

    private long numberIn(JsonNode value, String key) {
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw unfit(key, value, "a whole number");
        }
        return value.longValue();
    }

    private String textIn(JsonNode value, String key) {
        if (!value.isString()) {
            throw unfit(key, value, "text in quotes");
        }
        return value.stringValue();
    }

    private WireException unfit(String key, JsonNode value, String expected) {
        return new WireException(full(key), shown(value), expected);
    }

    private String full(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private static String shown(JsonNode value) {
        String text = value.isContainer() ? value.isArray() ? "a list" : "an object" : value.toString();
        return text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text;
    }
}
