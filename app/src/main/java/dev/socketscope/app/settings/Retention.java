package dev.socketscope.app.settings;

import dev.socketscope.app.controls.Memory;
import dev.socketscope.app.live.RecentEvents;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** How much the window itself keeps; it remembers that. JavaFX thread only; needs no toolkit. */
final class Retention {
    /** Of events. */
    static final List<Integer> CHOICES = List.of(1_000, RecentEvents.BOUND, 20_000, 50_000);
    private static final String REMEMBERED = "live.events";

    private final ObjectProperty<Integer> events;

    /** @param keep gets the number of events, at once and whenever it changes */
    Retention(Memory memory, IntConsumer keep) {
        int remembered = (int) memory.number(REMEMBERED).orElse(RecentEvents.BOUND);
        events = new SimpleObjectProperty<>(CHOICES.contains(remembered) ? remembered : RecentEvents.BOUND);
        events.subscribe(number -> {
            keep.accept(number);
            memory.put(REMEMBERED, number);
        });
    }

    /** One of {@link #CHOICES}. */
    ObjectProperty<Integer> events() {
        return events;
    }

    /** @return what takes that back */
    Runnable reset() {
        int before = events.get();
        events.set(RecentEvents.BOUND);
        return () -> events.set(before);
    }
}
