package dev.socketscope.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.app.actions.Group;
import dev.socketscope.app.actions.PlaceKey;
import dev.socketscope.app.fake.FakeEngine;
import dev.socketscope.engine.api.Command;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** Every key that the overview of keys promises everywhere in the window does what stands beside it. */
class ShortcutsFlowTest extends FakeFlow {
    /** They need another engine, a file, or something to take back, and are pressed in tests of those. */
    private static final Set<String> ELSEWHERE = Set.of("Ctrl Shift E", "Ctrl O", "Ctrl Z", "Ctrl Shift R");

    ShortcutsFlowTest() {
        super(FakeEngine.troubled(10));
    }

    @Start
    void start(Stage stage) {
        window.show(stage);
    }

    @Test
    void eachDoesWhatStandsBesideIt(FxRobot robot) {
        Map<String, String> promised = promised(robot);
        assertThat(promised).hasSizeGreaterThan(20).containsKeys("F1", "Ctrl K", "Ctrl Shift D");
        SoftAssertions all = new SoftAssertions();

        promised.forEach((keys, title) -> {
            if (!ELSEWHERE.contains(keys)) {
                all.assertThatCode(() -> pressed(robot, keys, title))
                        .as(keys + ": " + title)
                        .doesNotThrowAnyException();
            }
        });

        all.assertAll();
    }

    /** As the overview shows them, title by keys. */
    private static Map<String, String> promised(FxRobot robot) {
        robot.push(KeyCode.F1);
        Set<String> groups = Arrays.stream(Group.values()).map(Group::title).collect(Collectors.toSet());
        Set<String> ofPlaces = PlaceKeys.all().stream().map(PlaceKey::title).collect(Collectors.toSet());
        Map<String, String> promised = new LinkedHashMap<>();
        for (GridPane grid : robot.lookup(".keys-grid").<GridPane>queryAll()) {
            if (groups.contains(((Label) ((VBox) grid.getParent()).getChildren().getFirst()).getText())) {
                String title = "";
                for (Node cell : grid.getChildren()) {
                    String text = ((Label) cell).getText();
                    if (cell.getStyleClass().contains("key-hint") && !ofPlaces.contains(title)) {
                        promised.put(text, title);
                    } else {
                        title = text;
                    }
                }
            }
        }
        robot.push(KeyCode.ESCAPE);
        return promised;
    }

    private void pressed(FxRobot robot, String keys, String title) {
        switch (keys) {
            case "F1", "Ctrl /" -> {
                press(robot, keys);
                assertThat(robot.lookup("#keys-card").tryQuery()).as("the overview").isPresent();
                press(robot, keys);
                assertThat(robot.lookup("#keys-card").tryQuery()).as("the overview, closed").isEmpty();
            }
            case "Ctrl K" -> {
                press(robot, keys);
                assertThat(robot.lookup("#palette-field").query().isFocused()).isTrue();
                press(robot, keys);
            }
            case "Ctrl F" -> {
                press(robot, keys);
                assertThat(robot.lookup(".search").query().isFocused()).isTrue();
                robot.interact(() -> robot.lookup(".main").query().requestFocus());
            }
            case "Ctrl P" -> {
                press(robot, keys);
                assertThat(robot.lookup(".pause").<ToggleButton>query().isSelected()).isTrue();
                press(robot, keys);
                assertThat(robot.lookup(".pause").<ToggleButton>query().isSelected()).isFalse();
            }
            case "Ctrl E" -> {
                press(robot, keys);
                await().until(() -> robot.lookup("#engine-browse").tryQuery().isPresent());
                robot.push(KeyCode.ESCAPE);
                await().until(() -> robot.lookup("#engine-browse").tryQuery().isEmpty());
            }
            case "Ctrl Shift D" -> {
                press(robot, keys);
                await().until(() -> engine.commands.contains(new Command.DisarmAll()));
            }
            case "Ctrl +", "Ctrl −" -> {
                double before = size(robot);
                press(robot, keys);
                await().until(() -> keys.endsWith("+") ? size(robot) > before
                        : size(robot) < before);
            }
            default -> {
                assertThat(title).as("the only other ones open panels").startsWith("Open ");
                press(robot, keys);
                String panel = title.substring("Open ".length());
                assertThat(robot.lookup(".side-button")
                        .<ToggleButton>queryAll()
                        .stream()
                        .filter(
                                ToggleButton::isSelected))
                        .singleElement()
                        .satisfies(button -> assertThat(button.getAccessibleText()).contains(panel));
            }
        }
    }

    private static double size(FxRobot robot) {
        Label text = robot.lookup("#status-success .label").query();
        return text.getFont().getSize();
    }

    private static void press(FxRobot robot, String keys) {
        robot.push(Stream.of(keys.split(" ")).map(ShortcutsFlowTest::code).toArray(KeyCode[]::new));
    }

    private static KeyCode code(String name) {
        return switch (name) {
            case "Ctrl" -> KeyCode.CONTROL;
            case "Shift" -> KeyCode.SHIFT;
            case "+" -> KeyCode.EQUALS;
            case "−" -> KeyCode.MINUS;
            case "," -> KeyCode.COMMA;
            case "/" -> KeyCode.SLASH;
            default -> KeyCode.getKeyCode(name);
        };
    }
}
