package dev.socketscope.app.controls;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class FitLineTest {
    private final Region title = wide(100);
    private final Region words = wide(80);
    private final Region signs = wide(20);
    private final Region hint = wide(300);
    private final FitLine line = new FitLine(title, words, signs, FitLine.gap(), hint);

    @Start
    void start(Stage stage) {
        hint.setMinWidth(0);
        line.mayShrink(hint, 60);
        line.setManaged(false);
        line.mayBe(words, signs);
        stage.setScene(new Scene(new Pane(line), 600, 100));
        stage.show();
    }

    @Test
    void whereThereIsRoomAllOfItIsThere(FxRobot robot) {
        width(robot, 500);

        assertThat(words.isVisible()).isTrue();
        assertThat(signs.isVisible()).isFalse();
        assertThat(hint.getWidth()).isEqualTo(300);
    }

    @Test
    void aPartThatMayBeCutIsCutFirst(FxRobot robot) {
        width(robot, 250);

        assertThat(words.isVisible()).isTrue();
        assertThat(hint.getWidth()).isEqualTo(70);
    }

    @Test
    void whatMattersLeastGoesAndTheRestIsSaidShorter(FxRobot robot) {
        width(robot, 190);
        assertThat(hint.isVisible()).isFalse();
        assertThat(words.isVisible()).isTrue();

        width(robot, 130);
        assertThat(words.isVisible()).isFalse();
        assertThat(signs.isVisible()).isTrue();
        assertThat(title.getWidth()).isEqualTo(100);
    }

    @Test
    void whatWentComesBack(FxRobot robot) {
        width(robot, 130);
        width(robot, 500);

        assertThat(words.isVisible() && hint.isVisible()).isTrue();
        assertThat(signs.isVisible()).isFalse();
    }

    private void width(FxRobot robot, double width) {
        robot.interact(() -> {
            line.resize(width, 30);
            line.layout();
        });
    }

    private static Region wide(double width) {
        Region part = new Region();
        part.setPrefSize(width, 20);
        part.setMinWidth(Region.USE_PREF_SIZE);
        return part;
    }
}
