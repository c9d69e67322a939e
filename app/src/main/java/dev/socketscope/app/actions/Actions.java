package dev.socketscope.app.actions;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.input.KeyEvent;

/** All actions of a window. JavaFX thread only. */
public final class Actions {
    private final SequencedMap<String, Action> fixed = new LinkedHashMap<>();
    private final List<Supplier<List<Action>>> finders = new ArrayList<>();
    private final List<PlaceKey> places = new ArrayList<>();

    /** @throws IllegalArgumentException when there is one with the same id */
    public void add(List<Action> actions) {
        for (Action action : actions) {
            if (fixed.putIfAbsent(action.id(), action) != null) {
                throw new IllegalArgumentException("A second action " + action.id());
            }
        }
    }

    /** @param finder makes those that come and go, such as one for each connection; they have no keys */
    public void find(Supplier<List<Action>> finder) {
        finders.add(finder);
    }

    /** Tells of keys that places see to themselves. */
    public void tell(List<PlaceKey> keys) {
        places.addAll(keys);
    }

    /** Those that come and go last. */
    public List<Action> all() {
        return Stream.concat(fixed.values().stream(), finders.stream().flatMap(finder -> finder.get().stream()))
                .toList();
    }

    /** Those that have a key, in the order in which they were added. */
    public List<Action> withKeys() {
        return fixed.values().stream().filter(action -> action.shortcut() != null).toList();
    }

    public List<PlaceKey> places() {
        return List.copyOf(places);
    }

    /** What stands behind an id; empty when there is no such action, or it comes and goes. */
    public Optional<Action> of(String id) {
        return Optional.ofNullable(fixed.get(id));
    }

    /** Does what the key is for; consumes the event when it is for something. */
    public void press(KeyEvent event) {
        for (Action action : fixed.values()) {
            Shortcut key = action.shortcut();
            if (key != null && key.matches(event)) {
                event.consume();
                action.run();
                return;
            }
        }
    }

    /** Keys that would do two things in the same place, in words; empty in a window that is in order. */
    public List<String> conflicts() {
        List<String> found = new ArrayList<>();
        Map<Shortcut, Action> everywhere = new HashMap<>();
        for (Action action : withKeys()) {
            Action other = everywhere.putIfAbsent(Objects.requireNonNull(action.shortcut()), action);
            if (other != null) {
                found.add(action.keys() + ": " + other.id() + " and " + action.id());
            }
        }
        Map<String, PlaceKey> inPlaces = new HashMap<>();
        for (PlaceKey key : places) {
            PlaceKey other = inPlaces.putIfAbsent(key.place() + " " + key.shortcut(), key);
            Action action = everywhere.get(key.shortcut());
            if (other != null || action != null && !action.id().equals(key.over())) {
                found.add(key.shortcut().text() + " in " + key.place() + ": " + key.title() + " and "
                        + (other != null ? other.title() : action == null ? "" : action.id()));
            }
        }
        return found;
    }
}
