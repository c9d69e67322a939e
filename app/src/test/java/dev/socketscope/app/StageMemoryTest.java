package dev.socketscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.app.controls.Memory;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class StageMemoryTest {
    private final Memory memory = Memory.forgetful();

    @Test
    void aWindowThatWasLeftOnALargerScreenFitsTheOneThatIsThere(FxRobot robot) {
        put(200, 100, 9_000, 5_000);
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();

        Stage stage = restored(robot);

        assertThat(stage.getWidth()).isEqualTo(screen.getWidth());
        assertThat(stage.getHeight()).isEqualTo(screen.getHeight());
        assertThat(stage.getX()).isEqualTo(screen.getMinX());
        assertThat(stage.getY()).isEqualTo(screen.getMinY());
    }

    @Test
    void aWindowThatFitsIsWhereItWasAndAsLarge(FxRobot robot) {
        put(20, 10, 1_000, 600);

        Stage stage = restored(robot);

        assertThat(new Rectangle2D(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight()))
                .isEqualTo(new Rectangle2D(20, 10, 1_000, 600));
    }

    @Test
    void aPlaceThatNoScreenShowsIsForgotten(FxRobot robot) {
        put(-20_000, 10, 1_000, 600);

        Stage stage = restored(robot);

        assertThat(stage.getX()).isNaN();
        assertThat(stage.getWidth()).isEqualTo(1_000);
    }

    private void put(double x, double y, double width, double height) {
        memory.put("window.x", x);
        memory.put("window.y", y);
        memory.put("window.width", width);
        memory.put("window.height", height);
    }

    private Stage restored(FxRobot robot) {
        Stage[] made = new Stage[1];
        robot.interact(() -> {
            made[0] = new Stage();
            new StageMemory(memory).restore(made[0]);
        });
        return made[0];
    }
}
