package dev.socketscope.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.Route;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class RouteFormTest {
    private final RouteDraft draft = new RouteDraft(Route.toEverything("https://127.0.0.1:9443"));
    private final Deque<Path> answers = new ArrayDeque<>();

    @Start
    void start(Stage stage) {
        stage.setScene(new Scene(new RouteForm("route", draft, List.of(RouteField.Part.TLS),
                Optional.of(answers::poll)), 800, 400));
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    @Test
    void aFileIsChosenAndAChangeOfMindKeepsIt(FxRobot robot) {
        answers.add(Path.of("/keys/root.pem"));
        robot.clickOn("#route-tls-ca-choose");
        assertThat(draft.text(RouteField.AUTHORITIES).get()).isEqualTo(Path.of("/keys/root.pem").toString());

        robot.clickOn("#route-tls-ca-choose");
        assertThat(draft.text(RouteField.AUTHORITIES).get()).isEqualTo(Path.of("/keys/root.pem").toString());
    }
}
