package dev.socketscope.app;

import dev.socketscope.app.controls.FilePicker;
import dev.socketscope.app.controls.Fonts;
import dev.socketscope.app.controls.Memory;
import dev.socketscope.app.live.Engines;
import dev.socketscope.app.live.Search;
import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Engine;
import dev.socketscope.engine.api.FilterException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The whole window over an engine that the test chooses, at the screen's origin because the headless robot needs it there. */
final class WindowUnderTest implements AutoCloseable {
    private static final Path NO_SCENARIOS = Path.of("target", "no-scenarios");
    final List<String> browsed = new CopyOnWriteArrayList<>();
    private final Engine engine;
    private final Memory memory;
    private final ScenarioPlace place;
    private @Nullable Wiring wiring;

    WindowUnderTest(Engine engine, Memory memory) {
        this(engine, memory, new ScenarioPlace(() -> "", NO_SCENARIOS));
    }

    WindowUnderTest(Engine engine, Memory memory, ScenarioPlace place) {
        this.engine = engine;
        this.memory = memory;
        this.place = place;
    }

    /** On the JavaFX thread. */
    void show(Stage stage) {
        Fonts.load();
        Wiring parts = new Wiring(Engines.only(engine), memory, WindowUnderTest::compile, place, browsed::add);
        wiring = parts;
        stage.setScene(parts.scene());
        place(stage);
        stage.show();
    }

    /** A window about the engine that is shown at this moment. */
    static Wiring wire(Engines engines, Memory memory) {
        return wire(engines, memory, NO_SCENARIOS);
    }

    /** @param scenarios where a person's own scenarios are */
    static Wiring wire(Engines engines, Memory memory, Path scenarios) {
        return new Wiring(engines, memory, WindowUnderTest::compile, new ScenarioPlace(() -> "", scenarios), url -> {});
    }

    /** @param recordings answers when the window asks for the file of a recording; the platform of the tests has no dialog for files */
    static Wiring wire(Engines engines, Memory memory, FilePicker recordings) {
        return new Wiring(engines, memory, WindowUnderTest::compile,
                new ScenarioPlace(() -> "", NO_SCENARIOS), url -> {}, owner -> recordings);
    }

    /** Where the headless robot reaches all of it. */
    static void place(Stage stage) {
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(1440);
        stage.setHeight(900);
    }

    /** What the window consists of, once it has been shown. */
    Wiring wiring() {
        return Objects.requireNonNull(wiring);
    }

    /** A path, or a mistake at its opening parenthesis. */
    private static Predicate<Connection> compile(String expression) throws FilterException {
        if (expression.contains("(")) {
            throw new FilterException("Expected a word, not (", expression.indexOf('('));
        }
        Search.Compiler path = text -> connection -> connection.path().contains(text.replace("path:", ""));
        return path.compile(expression);
    }

    @Override
    public void close() {
        if (wiring != null) {
            wiring.close();
        }
    }
}
