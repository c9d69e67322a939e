package dev.socketscope.app.docs;

import dev.socketscope.engine.api.Names;
import dev.socketscope.engine.config.Durations;
import dev.socketscope.engine.config.FaultFields;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes down what a reader of faults asks for, and answers with what was given, with the fallback, or with something likely. */
final class AskedKeys implements FaultFields {
    /**
     * A key that was asked for.
     *
     * @param kind what it takes, in words; for a choice the names to choose from
     * @param fallback its default as it is written; empty when there is none, null when the key must be given
     */
    record Key(String name, String kind, List<String> choices, @Nullable String fallback) {}

    private final Map<String, Object> given;
    private final boolean everything;
    private final Map<String, Key> asked = new LinkedHashMap<>();
    private int spans;

    private AskedKeys(Map<String, Object> given, boolean everything) {
        this.given = given;
        this.everything = everything;
    }

    /** Has every key that is asked for. */
    static AskedKeys all(Map<String, Object> given) {
        return new AskedKeys(given, true);
    }

    /** Has no key that may be absent, but those that are given. */
    static AskedKeys only(Map<String, Object> given) {
        return new AskedKeys(given, false);
    }

    /** In the order in which they were asked for. */
    List<Key> keys() {
        return List.copyOf(asked.values());
    }

    private Object answer(String key, String kind, @Nullable String fallback, Object likely) {
        Key known = asked.get(key);
        asked.put(key, new Key(key, kind, List.of(), known == null ? fallback : known.fallback()));
        return given.getOrDefault(key, likely);
    }

    @Override
    public boolean has(String key) {
        asked.putIfAbsent(key, new Key(key, "", List.of(), ""));
        return everything || given.containsKey(key);
    }

    @Override
    public String text(String key) {
        return (String) answer(key, "text", null, "a");
    }

    @Override
    public String text(String key, String fallback) {
        return (String) answer(key, "text", fallback, fallback);
    }

    @Override
    public long number(String key) {
        return (Long) answer(key, "a whole number", null, 2L);
    }

    @Override
    public long number(String key, long fallback) {
        return (Long) answer(key, "a whole number", Long.toString(fallback), fallback);
    }

    @Override
    public int whole(String key) {
        return Math.toIntExact((Long) answer(key, "a whole number", null, 2L));
    }

    @Override
    public int whole(String key, int fallback) {
        return Math.toIntExact((Long) answer(key, "a whole number", Integer.toString(fallback), (long) fallback));
    }

    @Override
    public double decimal(String key, double fallback) {
        return (Double) answer(key, "a number", BigDecimal.valueOf(fallback).stripTrailingZeros().toPlainString(),
                fallback);
    }

    /** Each is likely to be longer than the one before, as times within each other are. */
    @Override
    public Duration span(String key) {
        return (Duration) answer(key, "a duration", null, Duration.ofSeconds(++spans));
    }

    @Override
    public Duration span(String key, Duration fallback) {
        return (Duration) answer(key, "a duration", Durations.text(fallback), fallback);
    }

    @Override
    public <E extends Enum<E>> E choice(Class<E> type, String key) {
        return choose(type, key, null, type.getEnumConstants()[0]);
    }

    @Override
    public <E extends Enum<E>> E choice(Class<E> type, String key, E fallback) {
        return choose(type, key, Names.of(fallback), fallback);
    }

    private <E extends Enum<E>> E choose(Class<E> type, String key, @Nullable String fallback, E likely) {
        Key known = asked.get(key);
        List<String> choices = Stream.of(type.getEnumConstants()).map(Names::of).toList();
        asked.put(key, new Key(key, "", choices, known == null ? fallback : known.fallback()));
        return given.containsKey(key) ? Names.find(type, (String) given.get(key)).orElseThrow() : likely;
    }

    @Override
    public @Nullable FaultFields object(String key) {
        AskedKeys below = (AskedKeys) given.get(key);
        asked.putIfAbsent(key, new Key(key, "an object", List.of(), ""));
        return below;
    }

    @Override
    public List<? extends FaultFields> objects(String key) {
        AskedKeys element = AskedKeys.only(Map.of());
        asked.putIfAbsent(key, new Key(key, "a list of objects with `name` and `value`", List.of(), ""));
        return everything ? List.of(element) : List.of();
    }

    @Override
    public void finish() {
        // Nothing was written that nobody asked for.
    }
}
