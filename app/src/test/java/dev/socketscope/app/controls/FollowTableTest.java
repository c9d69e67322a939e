package dev.socketscope.app.controls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kordamp.ikonli.feather.Feather;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class FollowTableTest {
    private final List<String> opened = new ArrayList<>();
    private final List<String> pressed = new ArrayList<>();
    private final FollowTable<String> table = new FollowTable<>("rows", "faults.armed", Feather.ZAP,
            new SimpleDoubleProperty(30), UnaryOperator.identity());

    @Start
    void start(Stage stage) {
        table.text("id", 200, UnaryOperator.identity());
        table.button("disarm", Feather.X, "press", row -> true, pressed::add);
        table.onOpen(opened::add);
        table.show(List.of("one", "two"), Instant.EPOCH);
        stage.setScene(new Scene(table.node(), 400, 200));
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    @Test
    void aDoubleClickOnARowAndEnterOpenIt(FxRobot robot) {
        robot.doubleClickOn("two");
        assertThat(opened).containsExactly("two");

        robot.push(KeyCode.UP).push(KeyCode.ENTER);
        assertThat(opened).containsExactly("two", "one");
    }

    @Test
    void aDoubleClickElsewhereOpensNoRow(FxRobot robot) {
        robot.clickOn("one");

        robot.doubleClickOn("#rows .column-header");
        robot.doubleClickOn("#rows .row-button");
        robot.moveTo("#rows").moveBy(0, 80).doubleClickOn();

        assertThat(pressed).containsExactly("one", "one");
        assertThat(opened).isEmpty();
    }

    @Test
    void whatIsChosenStaysChosenWhileRowsComeAndGo(FxRobot robot) {
        robot.clickOn("two");

        robot.interact(() -> table.show(List.of("zero", "two", "three"), Instant.EPOCH));
        assertThat(table.chosen().get()).isEqualTo("two");

        robot.interact(() -> table.show(List.of("zero"), Instant.EPOCH));
        assertThat(table.chosen().get()).isNull();
    }
}
