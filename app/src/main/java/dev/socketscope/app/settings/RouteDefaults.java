package dev.socketscope.app.settings;

import dev.socketscope.app.controls.Memory;
import dev.socketscope.app.settings.RouteField.Part;
import dev.socketscope.engine.api.Route;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** How new routes are kept alive and carried over losses; the window remembers it. JavaFX thread only; needs no toolkit. */
final class RouteDefaults {
    static final List<RouteField> FIELDS = Stream.of(Part.ALIVE, Part.AWAY)
            .flatMap(part -> part.fields().stream())
            .toList();
    private static final String REMEMBERED = "routes.default.";
    private static final Route USUAL = Route.toEverything("http://127.0.0.1:5173");

    private final RouteDraft draft = new RouteDraft(USUAL);
    private final ReadOnlyObjectWrapper<Map<RouteField, String>> wrong = new ReadOnlyObjectWrapper<>(Map.of());

    RouteDefaults(Memory memory) {
        for (RouteField field : FIELDS) {
            memory.text(REMEMBERED + field.key()).ifPresent(draft.text(field)::set);
            draft.text(field).subscribe((before, now) -> {
                check();
                // What cannot be is not carried into the next window.
                if (!wrong.get().containsKey(field)) {
                    memory.put(REMEMBERED + field.key(), now);
                }
            });
        }
        check();
    }

    RouteDraft draft() {
        return draft;
    }

    /** What is wrong, by field. */
    ReadOnlyObjectProperty<Map<RouteField, String>> wrong() {
        return wrong.getReadOnlyProperty();
    }

    /** What a new route begins with; fields with something wrong have what they usually have. */
    RouteDraft fresh() {
        RouteDraft fresh = new RouteDraft(USUAL);
        FIELDS.stream()
                .filter(field -> !wrong.get().containsKey(field))
                .forEach(field -> fresh.text(field).set(draft.text(field).get()));
        return fresh;
    }

    /** As they are before anybody changes them. @return what takes that back */
    Runnable reset() {
        RouteDraft before = new RouteDraft(draft);
        take(new RouteDraft(USUAL));
        return () -> take(before);
    }

    private void take(RouteDraft other) {
        FIELDS.forEach(field -> draft.text(field).set(other.text(field).get()));
    }

    private void check() {
        wrong.set(RoutesCheck.of(List.of(draft)).wrong(0));
    }
}
