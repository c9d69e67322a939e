package dev.socketscope.app.composer;

import dev.socketscope.app.controls.Memory;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The last {@value #MOST_RECENT} messages that were sent here, and up to {@value #MOST_FAVOURITES} that are kept from one run to the
 * next. JavaFX thread only; needs no toolkit.
 */
final class Letters {
    static final int MOST_RECENT = 20;
    static final int MOST_FAVOURITES = 30;
    /** The window's memory is for short texts. */
    static final int LONGEST_FAVOURITE = 16_000;

    private final Kept<Letter> favourites;
    private final List<Letter> recent = new ArrayList<>();
    private final ReadOnlyObjectWrapper<List<Row>> rows = new ReadOnlyObjectWrapper<>(List.of());

    /** @param favourite whether it is kept */
    record Row(Letter letter, boolean favourite) {}

    Letters(Memory memory) {
        favourites = new Kept<>(memory, "composer.messages", Letter.class, MOST_FAVOURITES);
        tell();
    }

    /** Favourites first, then what was sent, the newest first. */
    ReadOnlyObjectProperty<List<Row>> rows() {
        return rows.getReadOnlyProperty();
    }

    void sent(Letter letter) {
        recent.remove(letter);
        recent.addFirst(letter);
        if (recent.size() > MOST_RECENT) {
            recent.removeLast();
        }
        tell();
    }

    /** Keeps a message, or keeps it no longer. @return why it cannot be kept; empty when it can */
    Optional<String> star(Row row) {
        if (row.favourite()) {
            favourites.remove(row.letter());
            sent(row.letter());
            return Optional.empty();
        }
        if (row.letter().body().text().length() > LONGEST_FAVOURITE) {
            return Optional.of(Strings.of("composer.letters.long", Units.count(LONGEST_FAVOURITE)));
        }
        if (!favourites.add(row.letter())) {
            return Optional.of(Strings.of("composer.letters.full", Units.count(MOST_FAVOURITES)));
        }
        tell();
        return Optional.empty();
    }

    /** @return what brings it back */
    Runnable forget(Row row) {
        recent.remove(row.letter());
        favourites.remove(row.letter());
        tell();
        return () -> {
            if (row.favourite()) {
                favourites.add(row.letter());
                tell();
            } else {
                sent(row.letter());
            }
        };
    }

    private void tell() {
        rows.set(Stream.concat(favourites.all().stream().map(letter -> new Row(letter, true)),
                recent.stream()
                        .filter(letter -> !favourites.all().contains(letter))
                        .map(letter -> new Row(letter, false)))
                .toList());
    }
}
