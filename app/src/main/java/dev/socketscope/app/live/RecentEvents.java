package dev.socketscope.app.live;

import dev.socketscope.engine.api.Event;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The engine's newest events.
 *
 * @param dropped how many older ones are not in the list, because the engine or the window kept only so many
 * @param events oldest first, at most {@value #BOUND} unless more or fewer are wanted
 */
public record RecentEvents(long dropped, List<Event> events) {
    public static final int BOUND = 5_000;
    public static final RecentEvents NONE = new RecentEvents(0, List.of());

    /** The newest event of a type that is wanted. */
    public <E extends Event> Optional<E> newest(Class<E> type, Predicate<E> wanted) {
        return events.reversed().stream().filter(type::isInstance).map(type::cast).filter(wanted).findFirst();
    }
}
