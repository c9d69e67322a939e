package dev.socketscope.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.app.controls.Memory;
import dev.socketscope.app.fake.FakeEngine;
import dev.socketscope.app.live.EngineChoice;
import dev.socketscope.app.live.Engines;
import dev.socketscope.app.live.Recordable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What the card of engines says of one. */
@ExtendWith(ApplicationExtension.class)
class EngineRowTest {
    private final FakeEngine engine = FakeEngine.empty();
    private final AtomicReference<String> way = new AtomicReference<>("");
    private EngineRow row;

    /** Knows no other engine. */
    private static final class Alone implements Engines.Linker {
        @Override
        public EngineChoice link(String control, String token) throws IOException {
            throw new IOException(control);
        }

        @Override
        public EngineChoice open(Path file) throws IOException {
            throw new IOException(file.toString());
        }
    }

    @Start
    void start(Stage stage) {
        EngineChoice choice = new EngineChoice(engine, () -> "", () -> "", way::get, "http://127.0.0.1:9001",
                Recordable.impossible(""));
        row = new EngineRow(choice, new Engines(choice, new Alone(), Memory.forgetful()), () -> {});
        stage.setScene(new Scene(row, 600, 80));
        stage.show();
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private String state(FxRobot robot) {
        robot.interact(row::update);
        return robot.lookup(".engine-row-text > .muted").<Labeled>query().getText();
    }

    @Test
    void anUnusualWayToAnEngineIsTold(FxRobot robot) {
        assertThat(state(robot)).isEqualTo("127.0.0.1:9001 · 0 live");

        way.set("asks again and again (no WebSocket: closed)");

        assertThat(state(robot)).isEqualTo("127.0.0.1:9001 · 0 live · asks again and again (no WebSocket: closed)");
        assertThat(robot.lookup(".engine-choose").<Button>query().getAccessibleText()).contains("asks again and again");
    }
}
