package dev.socketscope.app.live;

import dev.socketscope.app.controls.Memory;
import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.decode.Decoders;
import dev.socketscope.engine.decode.Format;
import dev.socketscope.engine.decode.Message;
import dev.socketscope.engine.decode.Talk;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/**
 * In which format messages are read: in the one that a person has chosen for sockets of the same subprotocol (or path, where none
 * was agreed), else in the one that they tell themselves. Choices are remembered. JavaFX thread only.
 */
public final class Formats {
    /** More choices are not remembered; the oldest goes. */
    static final int MOST = 100;
    private static final int MOST_TALKS = 2_000;
    /** A socket's dialect may only be known after its greeting. */
    private static final long FRESH_NANOS = 1_000_000_000L;
    private static final String KEY = "payload.formats";

    private record Known(Talk talk, long nanos) {}

    private final Function<String, Optional<Connection>> engine;
    private final Memory memory;
    private final Map<String, FormatChoice> choices = new LinkedHashMap<>();
    private final Map<String, Known> talks = new LinkedHashMap<>(64, 0.75f, true);
    private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();

    /** @param engine finds a connection by its id */
    public Formats(Function<String, Optional<Connection>> engine, Memory memory) {
        this.engine = engine;
        this.memory = memory;
        memory.text(KEY)
                .ifPresent(text -> text.lines()
                        .map(line -> line.split("\t"))
                        .filter(parts -> parts.length == 2)
                        .forEach(parts -> choices.put(parts[1], FormatChoice.byWireName(parts[0]))));
    }

    /** What is known of a connection. */
    public Talk talk(String connection) {
        long now = System.nanoTime();
        Known before = talks.get(connection);
        if (before != null && now - before.nanos() < FRESH_NANOS) {
            return before.talk();
        }
        Talk talk = engine.apply(connection)
                .map(Talk::of)
                .orElse(before == null ? Talk.UNKNOWN : before.talk());
        talks.put(connection, new Known(talk, now));
        drop(talks, MOST_TALKS);
        return talk;
    }

    public FormatChoice choice(Talk talk) {
        return choices.getOrDefault(talk.name(), FormatChoice.AUTOMATIC);
    }

    /** Remembers what a person has chosen for such sockets. */
    public void choose(Talk talk, FormatChoice choice) {
        String name = talk.name().replaceAll("\\s", " ");
        choices.remove(name);
        if (!choice.equals(FormatChoice.AUTOMATIC)) {
            choices.put(name, choice);
            drop(choices, MOST);
        }
        memory.put(KEY, choices.entrySet()
                .stream()
                .map(one -> one.getValue().wireName() + "\t" + one.getKey())
                .collect(Collectors.joining("\n")));
        changes.set(changes.get() + 1);
    }

    /** Another number after every choice. */
    public ReadOnlyIntegerProperty changes() {
        return changes.getReadOnlyProperty();
    }

    /** The format to read a message in; empty for none. Looks at the message, which may take a while; any thread. */
    public static Optional<Format> format(FormatChoice choice, Talk talk, Message message) {
        return switch (choice) {
            case FormatChoice.Automatic automatic -> Decoders.formatOf(talk, message);
            case FormatChoice.AsItIs asItIs -> Optional.empty();
            case FormatChoice.As as -> Optional.of(as.format());
        };
    }

    private static <T> void drop(Map<String, T> map, int most) {
        if (map.size() > most) {
            map.remove(map.keySet().iterator().next());
        }
    }
}
