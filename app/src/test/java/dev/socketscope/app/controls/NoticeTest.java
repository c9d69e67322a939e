package dev.socketscope.app.controls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.animation.AnimationTimer;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class NoticeTest {
    @Start
    void start(Stage stage) {
        stage.setScene(new Scene(new Label("owner"), 600, 400));
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    /** JavaFX does not give back the picture of what was cached when it went. */
    @Test
    void noPictureIsKeptOfAWordThatCameAndWent(FxRobot robot) {
        List<Node> cached = new CopyOnWriteArrayList<>();
        List<Node> parts = new ArrayList<>();
        AnimationTimer eachPulse = new AnimationTimer() {
            @Override
            public void handle(long now) {
                parts.stream().filter(Node::isCache).forEach(cached::add);
            }
        };
        robot.interact(() -> {
            Notice.show(robot.lookup("owner").query(), "Saved", "the file");
            collect(robot.lookup(".notification-bar").query(), parts);
            eachPulse.start();
        });

        robot.clickOn(".notification-bar .close-button");
        await().until(() -> robot.lookup(".notification-bar").tryQuery().isEmpty());

        robot.interact(eachPulse::stop);
        assertThat(parts).hasSizeGreaterThan(3);
        assertThat(cached).isEmpty();
    }

    private static void collect(Node node, List<Node> parts) {
        parts.add(node);
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, parts));
        }
    }
}
