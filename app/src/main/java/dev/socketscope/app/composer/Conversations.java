package dev.socketscope.app.composer;

import dev.socketscope.app.controls.Memory;
import dev.socketscope.engine.api.Dialer;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The WebSockets of our own, of which there is always one, and {@value #MOST} at most. JavaFX thread only; needs no toolkit. */
final class Conversations {
    static final int MOST = 12;

    private final Dialer dialer;
    private final Runnable wake;
    private final Favourites favourites;
    private final ObservableList<Conversation> all = FXCollections.observableArrayList();
    private final ObjectProperty<Conversation> current;

    /** @param wake makes {@link #drain} run soon; called from any thread */
    Conversations(Dialer dialer, Runnable wake, Memory memory) {
        this.dialer = dialer;
        this.wake = wake;
        favourites = new Favourites(memory);
        Conversation first = new Conversation(dialer, wake, Favourite.unnamed(SocketPlan.EMPTY));
        all.add(first);
        current = new SimpleObjectProperty<>(first);
    }

    ObservableList<Conversation> all() {
        return all;
    }

    ObjectProperty<Conversation> current() {
        return current;
    }

    Favourites favourites() {
        return favourites;
    }

    /** Puts something into a conversation that has not begun, or into a new one; empty when there are too many. */
    Optional<Conversation> open(Favourite favourite) {
        Conversation old = current.get();
        boolean replaces = old.isUntouched();
        if (!replaces && all.size() >= MOST) {
            return Optional.empty();
        }
        Conversation opened = new Conversation(dialer, wake, favourite);
        if (replaces) {
            all.set(all.indexOf(old), opened);
        } else {
            all.add(opened);
        }
        current.set(opened);
        return Optional.of(opened);
    }

    /** Ends a conversation and forgets it. */
    void close(Conversation conversation) {
        int place = all.indexOf(conversation);
        if (place < 0) {
            return;
        }
        conversation.abandon();
        if (all.size() == 1) {
            all.set(0, new Conversation(dialer, wake, Favourite.unnamed(SocketPlan.EMPTY)));
        } else {
            all.remove(place);
        }
        if (!all.contains(current.get())) {
            current.set(all.get(Math.min(place, all.size() - 1)));
        }
    }

    void closeAll() {
        all.forEach(Conversation::abandon);
    }

    /** Takes over what has happened; whether something had. */
    boolean drain() {
        boolean worked = false;
        for (Conversation each : List.copyOf(all)) {
            worked |= each.drain();
        }
        return worked;
    }
}
