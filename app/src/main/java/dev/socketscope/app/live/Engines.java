package dev.socketscope.app.live;

import dev.socketscope.app.controls.Memory;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.engine.api.Engine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/**
 * The engines that a window is linked to at the same time, and which of them it shows. The first one is the caller's; those that are
 * attached later are closed when they are detached, or with this. JavaFX thread only.
 */
public final class Engines implements AutoCloseable {
    /** So many at most at a time: each keeps a link and a mirror. */
    public static final int MOST = 8;
    private static final int KNOWN = 8;
    private static final String REMEMBERED = "engines.known";
    private static final String SESSION = "engines.session";
    private static final String SESSION_SHOWN = "engines.session.shown";
    private static final String REOPENING = "engines.reopen";

    /** Finds engines elsewhere: through control ports, and in files. */
    public interface Linker {
        /**
         * May take its time; never called on the JavaFX thread.
         *
         * @param token empty for the one that engines of this user keep in a file
         * @throws IOException when there is no such engine; the message is for people
         */
        EngineChoice link(String control, String token) throws IOException, InterruptedException;

        /**
         * Reads a recording or an HTTP archive as an engine. May take its time; never called on the JavaFX thread.
         *
         * @throws IOException when it is none; the message is for people
         */
        EngineChoice open(Path file) throws IOException;
    }

    private static final class Nobody implements Linker {
        @Override
        public EngineChoice link(String control, String token) throws IOException {
            throw new IOException(control);
        }

        @Override
        public EngineChoice open(Path file) throws IOException {
            throw new IOException(file.toString());
        }
    }

    private final Linker linker;
    private final Memory memory;
    private final ObservableList<EngineChoice> all = FXCollections.observableArrayList();
    // Held here: it listens weakly to what is behind it, and whoever listens to it would hear nothing once it is collected.
    private final ObservableList<EngineChoice> view = FXCollections.unmodifiableObservableList(all);
    private final ReadOnlyObjectWrapper<EngineChoice> shown;
    private Predicate<EngineChoice> mayLeave = choice -> true;
    private boolean closed;

    public Engines(EngineChoice first, Linker linker, Memory memory) {
        this.linker = linker;
        this.memory = memory;
        all.add(first);
        shown = new ReadOnlyObjectWrapper<>(first);
        all.addListener((ListChangeListener<EngineChoice>) change -> keepSession());
        shown.subscribe((before, now) -> keepSession());
    }

    /** A window about one engine in this process, to which no other can be attached. */
    public static Engines only(Engine engine) {
        return new Engines(new EngineChoice(engine, () -> "", () -> "", "", Recordable.impossible("")), new Nobody(),
                Memory.forgetful());
    }

    /** The first one first, the others in the order in which they were attached. */
    public ObservableList<EngineChoice> all() {
        return view;
    }

    public ReadOnlyObjectProperty<EngineChoice> shown() {
        return shown.getReadOnlyProperty();
    }

    /** Shows one of them. */
    public void show(EngineChoice choice) {
        if (all.contains(choice)) {
            shown.set(choice);
        }
    }

    /** Shows the one after the one that is shown, in a circle. */
    public void showNext() {
        shown.set(all.get((all.indexOf(shown.get()) + 1) % all.size()));
    }

    /** Whether it can be detached: all but the first one can. */
    public boolean canDetach(EngineChoice choice) {
        return all.indexOf(choice) > 0;
    }

    /** @param asked before an engine is detached; says whether it may be */
    public void beforeDetaching(Predicate<EngineChoice> asked) {
        mayLeave = asked;
    }

    /** Lets go of an attached engine, which goes on for itself. */
    public void detach(EngineChoice choice) {
        if (!canDetach(choice) || !mayLeave.test(choice)) {
            return;
        }
        if (shown.get() == choice) {
            shown.set(all.getFirst());
        }
        all.remove(choice);
        choice.engine().close();
    }

    /** Control ports and recordings that were there before and are not now, the latest first. */
    public List<String> known() {
        return remembered().filter(url -> with(url).isEmpty()).toList();
    }

    /** Does not offer it in {@link #known()} any more. */
    public void forget(String control) {
        memory.put(REMEMBERED, String.join("\n", remembered().filter(url -> !url.equals(control)).toList()));
    }

    /**
     * Links to the engine behind a control port, or reads a recording, and shows it; one that is there already is shown at once.
     *
     * @param control URL such as {@code http://127.0.0.1:9001}, or a file's path; it is remembered when there is an engine, the token is not
     * @param answered gets empty when it is shown, or why it is not
     */
    public void attach(String control, String token, Consumer<String> answered) {
        String url = control.strip().replaceFirst("/+$", "");
        Optional<EngineChoice> linked = with(url);
        if (linked.isPresent()) {
            show(linked.get());
            answered.accept("");
        } else if (all.size() >= MOST) {
            answered.accept(Strings.of("engines.most", Integer.toString(MOST)));
        } else {
            link(url, token).whenComplete((choice, failure) -> Platform.runLater(() -> answered
                    .accept(choice == null ? why(failure) : take(choice))));
        }
    }

    /** Whether the next start of the window links to those again that are linked at the end of this one. */
    public boolean reopening() {
        return memory.text(REOPENING).map(Boolean::parseBoolean).orElse(true);
    }

    public void reopening(boolean wanted) {
        memory.put(REOPENING, Boolean.toString(wanted));
    }

    /**
     * Links again to those that were linked when the window was closed, if that is wanted, and shows the one that was shown. Tokens are not
     * remembered: one that this user's files do not know is not found again.
     *
     * @param failed gets each that is not there, and why
     */
    public void reopen(BiConsumer<String, String> failed) {
        if (!reopening()) {
            return;
        }
        EngineChoice first = shown.get();
        String last = memory.text(SESSION_SHOWN).orElse("");
        for (String url : memory.text(SESSION)
                .stream()
                .flatMap(String::lines)
                .filter(line -> !line.isBlank())
                .toList()) {
            if (with(url).isEmpty() && all.size() < MOST) {
                link(url, "").whenComplete((choice, failure) -> Platform.runLater(() -> {
                    if (choice == null) {
                        failed.accept(url, why(failure));
                    } else {
                        reopened(choice, first, url.equals(last));
                    }
                }));
            }
        }
    }

    /** Shown only as long as the person has not gone elsewhere. */
    private void reopened(EngineChoice choice, EngineChoice first, boolean wasShown) {
        EngineChoice now = shown.get();
        take(choice);
        if (!wasShown || now != first) {
            shown.set(now);
        }
    }

    private void keepSession() {
        if (!closed) {
            memory.put(SESSION,
                    all.stream().skip(1).map(EngineChoice::control).collect(Collectors.joining("\n")));
            memory.put(SESSION_SHOWN, shown.get().control());
        }
    }

    private CompletableFuture<EngineChoice> link(String url, String token) {
        CompletableFuture<EngineChoice> link = new CompletableFuture<>();
        Thread.ofVirtual().name("attach").start(() -> {
            try {
                link.complete(url.contains("://") ? linker.link(url, token) : linker.open(Path.of(url)));
            } catch (IOException | InterruptedException | RuntimeException e) {
                link.completeExceptionally(e);
            }
        });
        return link;
    }

    /** Somebody may have attached to the same one meanwhile, or closed the window. @return what was in the way */
    private String take(EngineChoice choice) {
        if (closed) {
            choice.engine().close();
            return "";
        }
        Optional<EngineChoice> linked = with(choice.control());
        if (linked.isPresent()) {
            choice.engine().close();
            show(linked.get());
            return "";
        }
        all.add(choice);
        remember(choice.control());
        shown.set(choice);
        return "";
    }

    private static String why(Throwable failure) {
        return String.valueOf(failure.getMessage());
    }

    private Optional<EngineChoice> with(String control) {
        return all.stream().filter(choice -> choice.control().equals(control)).findFirst();
    }

    private void remember(String control) {
        List<String> urls = new ArrayList<>(remembered().filter(url -> !url.equals(control)).toList());
        urls.addFirst(control);
        memory.put(REMEMBERED, String.join("\n", urls.subList(0, Math.min(KNOWN, urls.size()))));
    }

    private Stream<String> remembered() {
        return memory.text(REMEMBERED).stream().flatMap(String::lines).filter(url -> !url.isBlank());
    }

    /** Detaches all but the first one. An engine that is still being linked to is let go of when it answers. */
    @Override
    public void close() {
        closed = true;
        all.stream().skip(1).forEach(choice -> choice.engine().close());
        all.remove(1, all.size());
    }
}
