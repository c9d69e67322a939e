package dev.socketscope.app.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.app.fake.FakeEngine;
import dev.socketscope.app.fake.FakeTraffic;
import dev.socketscope.engine.api.Connection.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What is told in seconds while an engine is at rest. */
@ExtendWith(ApplicationExtension.class)
class LiveClockTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private final FakeEngine engine = FakeEngine.empty();
    /** When pictures were taken, and what the clock said. */
    private final List<Instant> pictures = new CopyOnWriteArrayList<>();
    private final List<Instant> told = new CopyOnWriteArrayList<>();
    private volatile boolean more;
    /** Nobody has touched the window for so long. */
    private volatile Duration alone = Duration.ZERO;
    private Live live;
    private Pane ages;

    @Start
    void start(Stage stage) {
        engine.put(FakeTraffic.connection("ws_1", "/hmr", null, 30, State.OPEN));
        live = new Live(engine, () -> "", () -> alone.toNanos());
        live.shown().subscribe(state -> pictures.add(state.at()));
        live.clock().subscribe(now -> told.add(now));
        ages = new Pane();
        live.tellsSeconds(ages, () -> more);
        stage.setScene(new Scene(ages, 100, 100));
        stage.show();
    }

    @AfterEach
    void stop() {
        live.close();
        engine.close();
    }

    @Test
    void agesGoOnWhileThePictureStaysAndStandStillWhileItIsPaused(FxRobot robot) {
        await().atMost(PATIENCE)
                .until(() -> told.size() >= 3 && told.getLast().isAfter(pictures.getLast())
                        && told.get(told.size() - 2).isAfter(pictures.getLast()));

        robot.interact(() -> live.paused().set(true));
        Instant frozen = live.clock().get();
        Instant before = live.latest().get().at();
        await().atMost(PATIENCE).until(() -> live.latest().get().at().isAfter(before));

        assertThat(live.clock().get()).isEqualTo(frozen);
    }

    @Test
    void agesOfAWindowLeftAloneAreThoseOfThePictureUntilSomebodyIsBack(FxRobot robot) {
        await().atMost(PATIENCE).until(() -> told.getLast().isAfter(pictures.getLast()));

        robot.interact(() -> alone = Duration.ofMinutes(1));
        int seen = pictures.size();
        robot.interact(told::clear);
        await().atMost(PATIENCE).until(() -> pictures.size() >= seen + 2);
        robot.interact(() -> assertThat(pictures).containsAll(told));

        robot.moveTo(ages);
        await().atMost(PATIENCE).until(() -> told.getLast().isAfter(pictures.getLast()));
    }

    @Test
    void whoHasMoreToTellThanATimeIsShownAgainInTheSameSecond() {
        await().atMost(PATIENCE).until(() -> told.getLast().isAfter(pictures.getLast()));

        more = true;

        await().atMost(PATIENCE).until(() -> {
            int size = pictures.size();
            return size > 3 && Duration.between(pictures.get(size - 4), pictures.get(size - 1)).toMillis() < 4_900;
        });
        assertThat(live.rests()).isTrue();
    }
}
