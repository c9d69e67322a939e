package dev.socketscope.app.composer;

import dev.socketscope.app.controls.Memory;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.Units;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
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

    /** In the order that a person has given them, new ones last. */
    ReadOnlyObjectProperty<List<Favourite>> all() {
        return all.getReadOnlyProperty();
    }

    /** Keeps one in the place of another of the same name. @return why that cannot be; empty when it can */
    Optional<String> keep(Favourite favourite) {
        Optional<String> why = refuse(favourite);
        if (why.isEmpty()) {
            List<Favourite> now = new ArrayList<>(kept.all());
            Favourite one = favourite.named(favourite.name().strip()).with(few(favourite.messages()));
            named(one.name()).ifPresentOrElse(old -> now.set(now.indexOf(old), one), () -> now.add(one));
            put(now);
        }
        return why;
    }

    /** @return why it cannot have that name; empty when it has it now */
    Optional<String> rename(Favourite favourite, String name) {
        if (name.isBlank()) {
            return Optional.of(Strings.of("composer.favourites.nameless"));
        }
        if (named(name).filter(other -> !other.equals(favourite)).isPresent()) {
            return Optional.of(Strings.of("composer.favourites.taken", name.strip()));
        }
        put(kept.all().stream().map(one -> one.equals(favourite) ? one.named(name.strip()) : one).toList());
        return Optional.empty();
    }

    /** @param to the place where it stands then, from 0 */
    void move(Favourite favourite, int to) {
        List<Favourite> now = new ArrayList<>(kept.all());
        if (now.remove(favourite)) {
            now.add(Math.clamp(to, 0, now.size()), favourite);
            put(now);
        }
    }

    private Optional<String> refuse(Favourite favourite) {
        if (favourite.name().isBlank()) {
            return Optional.of(Strings.of("composer.favourites.nameless"));
        }
        return kept.all().size() >= MOST && named(favourite.name()).isEmpty()
                ? Optional.of(Strings.of("composer.favourites.full", Units.count(MOST)))
                : Optional.empty();
    }

    /** @return what brings it back to its place; when another one has its name by then, or there is no room, nothing happens */
    Runnable remove(Favourite favourite) {
        int place = kept.all().indexOf(favourite);
        kept.remove(favourite);
        tell();
        return () -> {
            if (place >= 0 && named(favourite.name()).isEmpty() && keep(favourite).isEmpty()) {
                named(favourite.name()).ifPresent(back -> move(back, place));
            }
        };
    }

    private void put(List<Favourite> now) {
        kept.set(now);
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
        all.set(kept.all());
    }
}
