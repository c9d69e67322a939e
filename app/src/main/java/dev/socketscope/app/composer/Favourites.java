package dev.socketscope.app.composer;

import dev.socketscope.app.controls.Memory;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.Units;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Up to {@value #MOST} WebSockets that are kept from one run to the next, each under a name of its own. JavaFX thread only; needs no
 * toolkit.
 */
final class Favourites {
    static final int MOST = 60;
    static final int MOST_MESSAGES = 10;
    /** In characters; the window's memory is for short texts. */
    static final int LONGEST_MESSAGE = 4_000;
    private static final long LONGEST_FILE = 8L << 20;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Kept<Favourite> kept;
    private final ReadOnlyObjectWrapper<List<Favourite>> all = new ReadOnlyObjectWrapper<>(List.of());

    Favourites(Memory memory) {
        kept = new Kept<>(memory, "composer.favourites", Favourite.class, MOST);
        tell();
    }

    /** By name. */
    ReadOnlyObjectProperty<List<Favourite>> all() {
        return all.getReadOnlyProperty();
    }

    /** Keeps one in the place of another of the same name. @return why that cannot be; empty when it can */
    Optional<String> keep(Favourite favourite) {
        Optional<String> why = refuse(favourite);
        if (why.isEmpty()) {
            named(favourite.name()).ifPresent(kept::remove);
            kept.add(new Favourite(favourite.name().strip(), favourite.plan(), few(favourite.messages())));
            tell();
        }
        return why;
    }

    private Optional<String> refuse(Favourite favourite) {
        if (favourite.name().isBlank()) {
            return Optional.of(Strings.of("composer.favourites.nameless"));
        }
        return kept.all().size() >= MOST && named(favourite.name()).isEmpty()
                ? Optional.of(Strings.of("composer.favourites.full", Units.count(MOST)))
                : Optional.empty();
    }

    void remove(Favourite favourite) {
        kept.remove(favourite);
        tell();
    }

    /** Writes all of them without their secrets. @return why that cannot be; empty when it is done */
    Optional<String> write(Path file) {
        try {
            Files.write(file, JSON.writerWithDefaultPrettyPrinter()
                    .writeValueAsBytes(all.get().stream().map(Favourite::withoutSecrets).toList()));
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(Strings.of("composer.favourites.unwritten", file.toString(), e.toString()));
        }
    }

    /** Keeps what stands in a file. @return why that cannot be, after the first that cannot be kept; empty when it is done */
    Optional<String> read(Path file) {
        try {
            if (Files.size(file) > LONGEST_FILE) {
                return Optional.of(Strings.of("composer.favourites.big", file.toString(), Units.bytes(LONGEST_FILE)));
            }
            return Arrays.stream(JSON.readValue(Files.readAllBytes(file), Favourite[].class))
                    .filter(Objects::nonNull)
                    .map(this::keep)
                    .flatMap(Optional::stream)
                    .findFirst();
        } catch (IOException e) {
            return Optional.of(Strings.of("composer.favourites.unread", file.toString(), e.toString()));
        } catch (JacksonException e) {
            return Optional.of(Strings.of("composer.favourites.unread", file.toString(), e.getOriginalMessage()));
        }
    }

    private Optional<Favourite> named(String name) {
        return kept.all().stream().filter(one -> one.name().equals(name.strip())).findFirst();
    }

    private static List<Body.State> few(List<Body.State> messages) {
        List<Body.State> fit = messages.stream().filter(one -> one.text().length() <= LONGEST_MESSAGE).toList();
        return fit.subList(Math.max(0, fit.size() - MOST_MESSAGES), fit.size());
    }

    private void tell() {
        all.set(kept.all().stream().sorted(Comparator.comparing(Favourite::name)).toList());
    }
}
