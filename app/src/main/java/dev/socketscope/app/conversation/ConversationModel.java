package dev.socketscope.app.conversation;

import dev.socketscope.app.controls.Problems;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.Units;
import dev.socketscope.app.controls.Unreadable;
import dev.socketscope.app.controls.Values;
import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Dialer;
import dev.socketscope.engine.api.Engine;
import dev.socketscope.engine.conversation.IgnoredPath;
import dev.socketscope.engine.conversation.Outcome;
import dev.socketscope.engine.conversation.Pace;
import dev.socketscope.engine.conversation.Sameness;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** Holds the conversation of the chosen connection again, one at a time. JavaFX thread only; needs no toolkit. */
final class ConversationModel {
    static final String TO = "to";
    static final String LISTEN = "listen";
    static final String SPEED = "speed";
    static final String WAIT = "wait";
    static final String IGNORE = "ignore";

    private final Engine engine;
    private final Dialer dialer;
    private final MockPort mocks;
    private final Bridge bridge;
    private final ObjectProperty<Wish.Part> part = new SimpleObjectProperty<>(Wish.Part.CLIENT);
    private final StringProperty to = new SimpleStringProperty("");
    private final StringProperty listen = new SimpleStringProperty("127.0.0.1:0");
    private final BooleanProperty ordered = new SimpleBooleanProperty(true);
    private final StringProperty speed = new SimpleStringProperty("1");
    private final StringProperty wait = new SimpleStringProperty("5 s");
    private final StringProperty ignore = new SimpleStringProperty("");
    private final Values values = new Values(key -> key.equals(WAIT) ? wait.get() : speed.get());
    private final Problems problems = new Problems(TO, LISTEN, SPEED, WAIT, IGNORE);
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<@Nullable Outcome> outcome = new ReadOnlyObjectWrapper<>(null);
    private @Nullable Connection connection;
    private @Nullable Run run;
    private String suggested = "";
    private int clients;

    ConversationModel(Engine engine, Dialer dialer, MockPort mocks, Bridge bridge) {
        this.engine = engine;
        this.dialer = dialer;
        this.mocks = mocks;
        this.bridge = bridge;
        List.of(to, listen, speed, wait, ignore).forEach(text -> text.subscribe((before, now) -> problems.clear()));
    }

    ObjectProperty<Wish.Part> part() {
        return part;
    }

    StringProperty to() {
        return to;
    }

    StringProperty listen() {
        return listen;
    }

    /** Whether each message waits for what was said before it; otherwise it comes when it came. */
    BooleanProperty ordered() {
        return ordered;
    }

    StringProperty speed() {
        return speed;
    }

    StringProperty waiting() {
        return wait;
    }

    /** Places in JSON that are not compared, between commas or spaces. */
    StringProperty ignore() {
        return ignore;
    }

    Problems problems() {
        return problems;
    }

    ReadOnlyBooleanProperty running() {
        return running.getReadOnlyProperty();
    }

    /** What is going on, or came of it, in words; empty before. */
    ReadOnlyStringProperty words() {
        return words.getReadOnlyProperty();
    }

    /** What came of the newest one; null before. */
    ReadOnlyObjectProperty<@Nullable Outcome> outcome() {
        return outcome.getReadOnlyProperty();
    }

    /** Of which connection; one that is being held goes on. The server that it was held with is suggested, unless a person has named another one. */
    void choose(@Nullable Connection chosen) {
        boolean other = chosen == null || connection == null || !connection.id().equals(chosen.id());
        connection = chosen;
        if (other && !running.get()) {
            outcome.set(null);
            words.set("");
            problems.clear();
        }
        if (other && chosen != null && to.get().equals(suggested)) {
            suggested = chosen.upstreamUri().replaceFirst("^http", "ws").replaceFirst("/+$", "");
            to.set(suggested);
        }
    }

    void start() {
        Connection chosen = connection;
        problems.clear();
        if (chosen == null) {
            problems.tell(Problems.GENERAL, Strings.of("again.choose"));
        } else if (!running.get()) {
            wish().ifPresent(wish -> start(chosen, wish));
        }
    }

    private void start(Connection chosen, Wish wish) {
        clients = 0;
        outcome.set(null);
        running.set(true);
        Run begun = wish.part() == Wish.Part.CLIENT
                ? Run.asClient(engine, chosen, wish, dialer, heard -> tell(heard, false))
                : Run.asServer(engine, chosen, wish, mocks,
                        url -> later(url, at -> words.set(Strings.of("again.listens", at))),
                        heard -> tell(heard, true));
        run = begun;
        words.set(Strings.of(wish.part() == Wish.Part.CLIENT ? "again.talking" : "again.opening", chosen.id()));
        bridge.deliver(begun.ended(), (problem, failure) -> ended(begun, String.valueOf(problem)));
    }

    private void tell(Outcome heard, boolean many) {
        later(heard, now -> {
            clients++;
            outcome.set(now);
            if (many) {
                words.set(Strings.of("again.clients", Units.count(clients), Sentences.of(now)));
            } else {
                words.set(Sentences.of(now));
            }
        });
    }

    private <T> void later(T value, Consumer<T> receiver) {
        bridge.deliver(CompletableFuture.completedFuture(value), (now, failure) -> receiver.accept(value));
    }

    private void ended(Run which, String problem) {
        if (run == which) {
            run = null;
            running.set(false);
            if (!problem.isEmpty()) {
                problems.tell(problem);
                words.set("");
            } else if (outcome.get() == null) {
                words.set(Strings.of("again.stopped"));
            }
        }
    }

    void stop() {
        if (run != null) {
            run.stop();
        }
    }

    private Optional<Wish> wish() {
        boolean client = part.get() == Wish.Part.CLIENT;
        try {
            if (client && !to.get().strip().matches("(?i)wss?://[^/\\s]+.*")) {
                throw new Unreadable(TO, to.get(), Strings.of("again.to.expected"));
            }
            return Optional.of(new Wish(part.get(), (client ? to : listen).get().strip(),
                    new Pace(ordered.get(), times(), values.span(WAIT)), new Sameness(ignored())));
        } catch (Unreadable e) {
            problems.tell(String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private double times() {
        try {
            double times = Double.parseDouble(speed.get().strip());
            if (times >= Pace.SLOWEST && times <= Pace.FASTEST) {
                return times;
            }
        } catch (NumberFormatException _) {
            // Told below, as a number out of bounds is.
        }
        throw new Unreadable(SPEED, speed.get(), Strings.of("again.speed.expected"));
    }

    private List<IgnoredPath> ignored() {
        List<IgnoredPath> paths = new ArrayList<>();
        for (String path : ignore.get().strip().split("[,\\s]+", -1)) {
            if (!path.isEmpty()) {
                try {
                    paths.add(IgnoredPath.parse(path));
                } catch (IllegalArgumentException _) {
                    throw new Unreadable(IGNORE, path, Strings.of("again.ignore.expected"));
                }
            }
        }
        return paths;
    }
}
