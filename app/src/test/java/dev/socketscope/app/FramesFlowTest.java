package dev.socketscope.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.app.controls.LineView;
import dev.socketscope.app.controls.Lines;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** What people do with messages that went through a real engine. */
class FramesFlowTest extends RealFlow {
    private static final byte[] MESSAGE_PACK = HexFormat.of().parseHex("82a474797065a46d6f7665a2746f920102");
    private static final byte[] DOT = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==");

    @Start
    void start(Stage stage) {
        show(stage, "frames");
    }

    @Test
    void aMessageIsReadInItsFormatComparedAndFound(FxRobot robot) throws InterruptedException {
        client.connectNow();
        client.roundTrip("42[\"chat\",{\"n\":1}]");
        client.roundTrip("42[\"other\",7]");
        client.roundTrip("42[\"chat\",{\"n\":2}]");
        await().untilAsserted(() -> assertThat(previews(robot)).contains("Socket.IO event chat {\"n\":2}"));

        robot.clickOn(row(robot, "Socket.IO event chat {\"n\":2}"));
        robot.clickOn(only(robot, "#payload-decoded"));
        await().untilAsserted(() -> assertThat(lines(robot)).contains("  \"event\": \"chat\","));
        robot.clickOn(only(robot, "#payload-diff"));
        await().untilAsserted(() -> assertThat(signs(robot)).containsOnlyOnce("≠ −", "≠ +"));
        assertThat(said(robot, "#payload-remark")).startsWith("Compared with frame ").contains("≠ 1 changed");
    }

    @Test
    void aFormatThatWasChosenByHandHoldsForTheTableToo(FxRobot robot) throws InterruptedException {
        client.connectNow();
        client.send(MESSAGE_PACK);
        await().untilAsserted(
                () -> assertThat(previews(robot)).contains("MessagePack {\"type\":\"move\",\"to\":[1,2]}"));
        robot.clickOn(row(robot, "MessagePack {\"type\":\"move\",\"to\":[1,2]}"));
        await().untilAsserted(() -> assertThat(lines(robot)).contains("  \"type\": \"move\","));
        assertThat(said(robot, "#payload-format")).isEqualTo("Automatic: MessagePack");

        robot.clickOn(only(robot, "#payload-format")).clickOn("#payload-format-cbor");
        await().untilAsserted(() -> assertThat(previews(robot)).anyMatch(line -> line.startsWith("CBOR ")));
        await().until(() -> said(robot, "#payload-remark").startsWith("CBOR"));
    }

    @Test
    void matchesAreCountedWithoutHidingOtherFrames(FxRobot robot) throws InterruptedException {
        client.connectNow();
        client.roundTrip("apple");
        client.roundTrip("pear");
        client.roundTrip("apple pie");
        await().untilAsserted(() -> assertThat(previews(robot)).contains("apple pie"));

        robot.clickOn(only(robot, "#frames-find-open")).write("apple");
        await().until(() -> said(robot, ".frames-panel .find-count").equals("4 matches"));
        robot.push(KeyCode.ENTER);
        await().until(() -> said(robot, ".frames-panel .find-count").equals("1 of 4"));
        robot.push(new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHIFT_DOWN)).push(KeyCode.ENTER);
        robot.push(KeyCode.ENTER);
        await().until(() -> said(robot, ".frames-panel .find-count").matches("[23] of 4"));
        String found = said(robot, ".frames-panel .find-count");
        robot.push(KeyCode.F3);
        await().until(() -> !said(robot, ".frames-panel .find-count").equals(found));
        robot.push(new KeyCodeCombination(KeyCode.F3, KeyCombination.SHIFT_DOWN));
        await().until(() -> said(robot, ".frames-panel .find-count").equals(found));
        assertThat(previews(robot)).contains("pear");

        robot.push(KeyCode.ESCAPE);
        await().until(() -> seen(robot, ".frames-panel .find-count").findAny().isEmpty());
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.F).write("pear");
        await().until(() -> said(robot, ".frames-panel .find-count").equals("2 matches"));
    }

    @Test
    void aPictureIsShownAsOne(FxRobot robot) throws InterruptedException {
        client.connectNow();
        client.send(DOT);
        await().untilAsserted(() -> assertThat(previews(robot)).anyMatch(line -> line.startsWith("89 50 4e 47")));
        robot.clickOn(row(robot, "89 50 4e 47"));
        await().until(() -> said(robot, "#payload-remark").equals("PNG, 1 × 1 pixels"));
        assertThat(seen(robot, ".payload-picture .image-view")).singleElement()
                .satisfies(node -> assertThat(((ImageView) node).getImage()).isNotNull());
    }

    private static List<String> previews(FxRobot robot) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, () -> cells(robot).map(Node::getAccessibleText).toList());
    }

    private static Node row(FxRobot robot, String beginning) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000,
                () -> cells(robot).filter(cell -> cell.getAccessibleText().startsWith(beginning))
                        .findFirst()
                        .orElseThrow());
    }

    private static Stream<Node> cells(FxRobot robot) {
        return seen(robot, ".table-cell.frame-payload").filter(cell -> cell.getAccessibleText() != null);
    }

    /** The frames of the chosen connection have nodes like these, in another panel. */
    private static Stream<Node> seen(FxRobot robot, String query) {
        return robot.lookup(query).queryAll().stream().filter(node -> {
            Node at = node;
            while (at != null && at.isVisible()) {
                at = at.getParent();
            }
            return at == null;
        });
    }

    private static Node only(FxRobot robot, String query) {
        return seen(robot, query).findFirst().orElseThrow();
    }

    private static String said(FxRobot robot, String query) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000,
                () -> seen(robot, query).findFirst().map(node -> ((Labeled) node).getText()).orElse(""));
    }

    private static List<String> lines(FxRobot robot) {
        return ofLines(robot, (lines, row) -> lines.line(row).text());
    }

    private static List<String> signs(FxRobot robot) {
        return ofLines(robot, (lines, row) -> lines.gutter(row).text());
    }

    private static List<String> ofLines(FxRobot robot, BiFunction<Lines, Long, String> what) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            Lines lines = ((LineView) only(robot, ".payload-pane .line-view")).lines();
            return LongStream.range(0, lines.count()).mapToObj(row -> what.apply(lines, row)).toList();
        });
    }
}
