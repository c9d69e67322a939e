package dev.socketscope.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.app.controls.Appearance;
import dev.socketscope.app.controls.Fonts;
import dev.socketscope.app.controls.Memory;
import dev.socketscope.app.fake.FakeEngine;
import dev.socketscope.app.live.EngineChoice;
import dev.socketscope.app.live.Engines;
import dev.socketscope.app.live.Recordable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** One window over two real engines: one in this process, one behind a real control port. */
@ExtendWith(ApplicationExtension.class)
class EnginesFlowTest {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final RealTunnel here = new RealTunnel();
    private final RealTunnel there = new RealTunnel();
    private final Served served = new Served(there.engine);
    private final EchoClient nearClient = here.echo();
    private final EchoClient farClient = there.echo();
    private final Memory memory = Memory.forgetful();
    private final Engines engines = new Engines(
            new EngineChoice(here.engine, () -> "", () -> "", "", Recordable.impossible("")), new Linking(),
            memory);
    private @Nullable Windows windows;
    private @Nullable Stage stage;

    @Start
    void start(Stage stage) {
        Fonts.load();
        memory.put("shell.panel", "connections");
        this.stage = stage;
        windows = new Windows(stage, engines, () -> WindowUnderTest.wire(engines, memory));
        WindowUnderTest.place(stage);
        stage.show();
    }

    @BeforeEach
    void connect() throws InterruptedException {
        nearClient.connectNow();
        farClient.connectNow();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> {
            Objects.requireNonNull(windows).close();
            engines.close();
        });
        nearClient.close();
        farClient.close();
        served.close();
        here.close();
        there.close();
    }

    @Test
    void anotherEngineIsAttachedCommandedAndLeftAsItWas(FxRobot robot) throws Exception {
        attach(robot, Served.TOKEN);

        await().atMost(PATIENCE).until(() -> shows(there));
        await().atMost(PATIENCE).until(() -> robot.lookup("/echo").tryQuery().isPresent());
        robot.clickOn("/echo");
        robot.clickOn("Cut…").clickOn("#cut-rst").clickOn("#cut-now");
        await().atMost(PATIENCE).until(() -> !farClient.ended.get().isEmpty());
        assertThat(nearClient.roundTrip("still here")).isPositive();
        robot.interact(() -> window().appearance().theme().set(Appearance.Theme.LIGHT));

        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);

        await().atMost(PATIENCE).until(() -> shows(here));
        assertThat(number(robot)).isEqualTo("1 of 2");
        assertThat(window().appearance().theme().get()).as("one look for all").isEqualTo(Appearance.Theme.LIGHT);
        assertThat(Objects.requireNonNull(stage).getWidth()).isEqualTo(Shot.WIDTH);
    }

    @Test
    void aWrongTokenIsToldAndNothingIsLost(FxRobot robot) {
        attach(robot, "not the token of that engine");

        await().atMost(PATIENCE)
                .until(() -> robot.lookup("#attach-problem").<Labeled>query().getText().contains("401"));
        assertThat(engines.all()).hasSize(1);
        assertThat(shows(here)).isTrue();
        assertThat(engines.known()).isEmpty();
    }

    @Test
    void aDetachedEngineGoesOnAndCanBeAttachedAgain(FxRobot robot) throws Exception {
        attach(robot, Served.TOKEN);
        await().atMost(PATIENCE).until(() -> shows(there));

        robot.push(KeyCode.CONTROL, KeyCode.E);
        await().atMost(PATIENCE).until(() -> robot.lookup(".engine-detach").tryQuery().isPresent());
        robot.clickOn(".engine-detach");

        await().atMost(PATIENCE).until(() -> shows(here));
        assertThat(engines.all()).hasSize(1);
        assertThat(engines.known()).containsExactly(served.url());
        assertThat(farClient.roundTrip("goes on")).isPositive();
    }

    @Test
    void theNextWindowIsLinkedToTheSameEnginesAgainUnlessThatIsNotWanted(FxRobot robot) {
        AtomicReference<String> given = new AtomicReference<>("");
        attach(robot, Served.TOKEN);
        await().atMost(PATIENCE).until(() -> shows(there));
        Engines next = engines("");
        Engines without = engines("it is switched off");

        robot.interact(() -> {
            next.reopen((control, why) -> given.set(control + " " + why));
            without.reopen((control, why) -> given.set(control + " " + why));
        });
        await().atMost(PATIENCE).until(() -> given.get().equals(served.url() + " it is switched off"));
        await().atMost(PATIENCE).until(() -> next.shown().get().control().equals(served.url()));

        given.set("");
        Engines unwanted = engines("asked");
        robot.interact(() -> {
            unwanted.reopening(false);
            unwanted.reopen((control, why) -> given.set(why));
            List.of(next, without, unwanted).forEach(Engines::close);
        });
        assertThat(given.get()).isEmpty();
    }

    /** A window's of the next start, whose links need no token. @param why they cannot be made; empty when they can */
    private Engines engines(String why) {
        Memory remembered = Memory.forgetful();
        for (String key : List.of("engines.session", "engines.session.shown")) {
            remembered.put(key, memory.text(key).orElseThrow());
        }
        return new Engines(new EngineChoice(here.engine, () -> "", () -> "", "", Recordable.impossible("")),
                new Engines.Linker() {
                    @Override
                    public EngineChoice link(String control, String token) throws IOException {
                        if (!why.isEmpty()) {
                            throw new IOException(why);
                        }
                        return new EngineChoice(FakeEngine.empty(), () -> "", () -> "", control,
                                Recordable.impossible(""));
                    }

                    @Override
                    public EngineChoice open(Path file) throws IOException {
                        throw new IOException(file.toString());
                    }
                }, remembered);
    }

    private void attach(FxRobot robot, String token) {
        robot.push(KeyCode.CONTROL, KeyCode.E);
        await().atMost(PATIENCE).until(() -> robot.lookup("#attach-url").tryQuery().isPresent());
        robot.interact(() -> {
            robot.lookup("#attach-url").queryTextInputControl().setText(served.url());
            robot.lookup("#attach-token").queryTextInputControl().setText(token);
        });
        robot.clickOn("#attach");
    }

    private Wiring window() {
        return Objects.requireNonNull(windows).shown();
    }

    private boolean shows(RealTunnel tunnel) {
        return Objects.requireNonNull(stage).getTitle().contains(tunnel.engine.info().listen());
    }

    private static String number(FxRobot robot) {
        return robot.lookup(".engine-pill .key-hint").<Labeled>query().getText();
    }
}
