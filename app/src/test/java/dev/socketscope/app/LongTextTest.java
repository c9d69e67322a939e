package dev.socketscope.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.app.fake.FakeLongTexts;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** What peers make as long as they like takes no room from what a person needs, in the smallest window. */
class LongTextTest extends FakeFlow {
    private static final double WIDTH = 1100;

    LongTextTest() {
        super(FakeLongTexts.engine());
    }

    @Start
    void start(Stage stage) {
        window.show(stage);
        stage.setWidth(WIDTH);
        stage.setHeight(700);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            overview    | .level-card, #leg-client, #leg-upstream, #hmr-card-flush
            connections | #connection-cut, #connection-break, #story, #detail-split
            hmr         | #hmr-panel-flush, #hmr-panel-drop, #hmr-panel-copy
            events      | .table-view
            """)
    void whatIsNeededStaysInTheWindow(String panel, String needed, FxRobot robot) {
        robot.interact(() -> window.wiring().show(panel, ""));

        for (String selector : needed.split(",\\s*")) {
            await().untilAsserted(() -> assertThat(robot.lookup(selector).<Node>queryAll()).isNotEmpty()
                    .allSatisfy(node -> assertThat(inWindow(node)).as(node.toString()).isTrue()));
        }
    }

    /** However many lines it takes: the page scrolls. */
    @Test
    void aBuildErrorIsShownToItsEnd(FxRobot robot) {
        robot.interact(() -> window.wiring().show("hmr", ""));

        await().untilAsserted(() -> assertThat(robot.lookup("#hmr-panel-error .error-message").<Labeled>queryAll())
                .singleElement()
                .satisfies(message -> assertThat(drawn(message)).hasSizeGreaterThan(1_999)
                        .isEqualTo(message.getText())));
    }

    /** What a label has room for. */
    private static String drawn(Labeled label) {
        return ((Text) label.lookup(".text")).getText();
    }

    private static boolean inWindow(Node node) {
        Bounds bounds = node.localToScene(node.getLayoutBounds());
        return bounds.getWidth() > 0 && bounds.getMinX() >= 0 && bounds.getMaxX() <= WIDTH;
    }
}
