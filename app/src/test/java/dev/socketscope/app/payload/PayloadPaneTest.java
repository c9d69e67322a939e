package dev.socketscope.app.payload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.app.controls.Appearance;
import dev.socketscope.app.controls.Fonts;
import dev.socketscope.app.controls.LineView;
import dev.socketscope.app.controls.Memory;
import dev.socketscope.app.live.Formats;
import dev.socketscope.app.live.Live;
import dev.socketscope.app.ring.RingEngine;
import dev.socketscope.app.ring.RingTraffic;
import dev.socketscope.engine.api.FrameRow;
import dev.socketscope.engine.api.Opcode;
import dev.socketscope.engine.api.Payload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class PayloadPaneTest {
    private static final int LARGE = 64 << 20;
    private static final String WRAP = ".payload-top > .toggle-button.icon-button";
    @TempDir
    private static Path folder;
    private final RingEngine engine = new RingEngine(100);
    private final RingTraffic traffic = new RingTraffic(1);
    private final Memory memory = Memory.forgetful();
    private Live live;
    private PayloadPane pane;
    private LineView view;

    @Start
    void start(Stage stage) {
        Fonts.load();
        live = new Live(engine);
        pane = new PayloadPane(live, new Formats(engine::connection, memory), memory, folder::resolve);
        view = (LineView) pane.node().lookup(".line-view");
        Scene scene = new Scene(pane.node(), 800, 500);
        new Appearance(Memory.forgetful()).dress(scene);
        stage.setX(0);
        stage.setY(0);
        stage.setScene(scene);
        // The stage is the JVM's only one and keeps the size that another test gave it.
        stage.setWidth(800);
        stage.setHeight(500);
        stage.show();
    }

    @AfterEach
    void stop() {
        pane.close();
        live.close();
    }

    @Test
    void opensTheTabThatSuitsTheContent(FxRobot robot) {
        show(robot, Opcode.TEXT, "{\"type\":\"connected\"}");
        awaitLines(robot, "{", "  \"type\": \"connected\"", "}");
        assertThat(pane.tab()).isEqualTo(PayloadTab.JSON);
        show(robot, Opcode.TEXT, "one\ntwo");
        awaitLines(robot, "one", "two");
        assertThat(pane.tab()).isEqualTo(PayloadTab.TEXT);
        show(robot, Opcode.BINARY, new byte[]{1, 2, 3});
        awaitLines(robot, "01 02 03                                           ···");
        assertThat(pane.tab()).isEqualTo(PayloadTab.HEX);
    }

    @Test
    void remembersTheTabForEachKind(FxRobot robot) {
        show(robot, Opcode.TEXT, "{}");
        robot.clickOn("#payload-hex");
        awaitLines(robot, "7b 7d                                              {}");
        show(robot, Opcode.TEXT, "plain");
        awaitLines(robot, "plain");
        show(robot, Opcode.TEXT, "{ }");
        awaitLines(robot, "7b 20 7d                                           { }");
        assertThat(memory.text("payload.tab.json")).contains("HEX");
    }

    @Test
    void saysWhatItIsAndWhatItMeans(FxRobot robot) {
        long seq = append();
        byte[] bytes = "{\"type\":\"update\",\"updates\":[{\"type\":\"js-update\",\"acceptedPath\":\"/src/App.jsx\"}]}"
                .getBytes(StandardCharsets.UTF_8);
        engine.payload(seq, new Payload(seq, seq + 3, Opcode.TEXT, bytes, 41, true, true, null));
        show(robot, seq);
        await().until(() -> text(robot, ".payload-hint").equals("js-update · accepted by /src/App.jsx"));
        assertThat(text(robot, ".payload-heading"))
                .isEqualTo("TEXT · 80 B · compressed, 41 B on the wire · frames 0–3 · complete");
    }

    @Test
    void textThatIsNotJsonAfterAllSaysWhereItStopsBeing(FxRobot robot) {
        show(robot, Opcode.TEXT, "{\"a\":1,\n\"b\":[1,2,}");
        awaitLines(robot, "{\"a\":1,", "\"b\":[1,2,}");
        assertThat(pane.tab()).isEqualTo(PayloadTab.TEXT);
        assertThat(text(robot, ".payload-wrong")).contains("Not JSON").contains("line 2");
        robot.clickOn(".payload-wrong");
        await().until(() -> call(view::currentRow) == 1);
    }

    @Test
    void copiesPathsAndValuesOfTheCurrentLine(FxRobot robot) {
        show(robot, Opcode.TEXT, "{\"updates\":[{\"path\":\"/src/A\\\"pp.jsx\"}]}");
        awaitCount(robot, 7);
        robot.clickOn(".line-view");
        robot.push(new KeyCodeCombination(KeyCode.HOME));
        robot.push(KeyCode.DOWN).push(KeyCode.DOWN).push(KeyCode.DOWN);
        robot.push(new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN));
        assertThat(clipboard()).isEqualTo("updates[0].path");
        robot.push(new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN));
        assertThat(clipboard()).isEqualTo("/src/A\"pp.jsx");
        robot.push(KeyCode.UP).push(new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN));
        assertThat(clipboard()).isEqualTo("{\"path\":\"/src/A\\\"pp.jsx\"}");
        robot.push(new KeyCodeCombination(KeyCode.A, KeyCombination.SHORTCUT_DOWN))
                .push(new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN));
        assertThat(clipboard().lines()).hasSize(7);
    }

    @Test
    void foldsByKeyboard(FxRobot robot) {
        show(robot, Opcode.TEXT, "{\"a\":[1,2],\"b\":3}");
        awaitCount(robot, 7);
        robot.clickOn(".line-view").push(KeyCode.HOME).push(KeyCode.DOWN).push(KeyCode.LEFT);
        awaitLines(robot, "{", "  \"a\": [ … ],  2 items", "  \"b\": 3", "}");
        robot.push(KeyCode.RIGHT);
        awaitCount(robot, 7);
    }

    @Test
    void opensALongStringAloneAndComesBack(FxRobot robot) {
        show(robot, Opcode.TEXT, "{\"stack\":\"one\\ntwo " + "x".repeat(5_000) + "\"}");
        awaitCount(robot, 3);
        robot.clickOn(".line-view").push(KeyCode.HOME).push(KeyCode.DOWN).push(KeyCode.ENTER);
        await().until(() -> lines(robot).getFirst().equals("one"));
        assertThat(text(robot, ".payload-heading")).contains("value of stack");
        robot.clickOn("#payload-back");
        await().until(() -> lines(robot).getFirst().equals("{"));
    }

    @Test
    void findsGoesOnAndBack(FxRobot robot) {
        show(robot, Opcode.TEXT, "alpha\nbeta\nALPHA\nalpha");
        awaitCount(robot, 4);
        robot.clickOn(".line-view").push(new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN));
        robot.write("alpha");
        await().until(() -> text(robot, ".find-count").equals("1 of 3"));
        robot.push(KeyCode.ENTER);
        assertThat(text(robot, ".find-count")).isEqualTo("2 of 3");
        assertThat(call(view::currentRow)).isEqualTo(2);
        robot.push(new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHIFT_DOWN));
        robot.push(new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHIFT_DOWN));
        assertThat(text(robot, ".find-count")).isEqualTo("3 of 3");
        robot.push(KeyCode.ESCAPE);
        assertThat(robot.lookup(".find-bar").query().isVisible()).isFalse();
    }

    @Test
    void findingOpensTheFoldsAroundAMatch(FxRobot robot) {
        show(robot, Opcode.TEXT, "{\"a\":{\"needle\":1}}");
        awaitCount(robot, 5);
        robot.clickOn(".line-view").push(KeyCode.HOME).push(KeyCode.LEFT);
        awaitCount(robot, 1);
        robot.push(new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN)).write("needle");
        await().until(() -> text(robot, ".find-count").equals("1 of 1"));
        awaitCount(robot, 5);
        assertThat(call(view::currentRow)).isEqualTo(2);
    }

    @Test
    void savesTheBytesAsTheyCame(FxRobot robot) throws IOException {
        show(robot, Opcode.TEXT, "{ \"a\" : 1 }");
        awaitCount(robot, 3);
        robot.clickOn(robot.lookup(".payload-top .icon-button").queryAll().stream().reduce((a, b) -> b).orElseThrow());
        await().until(() -> text(robot, ".payload-said").startsWith("Saved"));
        assertThat(folder.resolve("frame-0.json")).hasContent("{ \"a\" : 1 }");
        Files.delete(folder.resolve("frame-0.json"));
    }

    @Test
    void showsWhatTheTableKnowsOfADroppedFrame(FxRobot robot) {
        long seq = append();
        show(robot, seq);
        await().until(() -> text(robot, ".payload-heading").contains("dropped from the capture"));
    }

    @Test
    void wrapsLongLines(FxRobot robot) {
        show(robot, Opcode.TEXT, "word ".repeat(300));
        awaitCount(robot, 1);
        ToggleButton wrap = robot.lookup(WRAP).queryAs(ToggleButton.class);
        // Pressed by key: a click at the button's place misses it while the heading beside it still grows.
        robot.interact(wrap::requestFocus);
        robot.push(KeyCode.SPACE);
        assertThat(wrap.isSelected()).isTrue();
        await().until(() -> call(() -> view.lines().count()) > 10);
    }

    @Test
    void pulsesKeepComingWhile64MebibytesOpen(FxRobot robot) {
        byte[] json = largeJson();
        assertThat(json.length).isBetween(LARGE - 200, LARGE);
        var pulses = new long[1];
        var counter = new AnimationTimer() {
            @Override
            public void handle(long now) {
                pulses[0]++;
            }
        };
        robot.interact(counter::start);
        show(robot, Opcode.TEXT, json);
        await().until(() -> call(() -> view.lines().count()) > 0);
        long first = pulses[0];
        assertThat(text(robot, ".payload-status")).as("shown before it is complete").contains("…");
        await().atMost(Duration.ofSeconds(60)).until(() -> !text(robot, ".payload-status").contains("…"));
        assertThat(pulses[0]).as("pulses while the rest was parsed").isGreaterThan(first + 3);
        long lines = call(() -> view.lines().count());
        assertThat(lines).isGreaterThan(1_000_000);
        robot.interact(() -> view.scrollToRow(lines - 5));
        assertThat(lines(robot).getLast()).isEqualTo("]");
        robot.interact(() -> pane.choose(PayloadTab.HEX));
        assertThat(call(() -> view.lines().count())).isEqualTo((json.length + 15) / 16);
        robot.interact(() -> pane.choose(PayloadTab.TEXT));
        await().atMost(Duration.ofSeconds(60)).until(() -> !text(robot, ".payload-status").contains("…"));
        assertThat(call(() -> view.lines().count())).isGreaterThan(1_000);
        robot.interact(counter::stop);
    }

    private static byte[] largeJson() {
        byte[] bytes = new byte[LARGE];
        byte[] item = "{\"sensor\":\"kiln-3\",\"celsius\":812.4,\"ok\":true},\n".getBytes(StandardCharsets.UTF_8);
        bytes[0] = '[';
        int at = 1;
        while (at + item.length < LARGE) {
            System.arraycopy(item, 0, bytes, at, item.length);
            at += item.length;
        }
        bytes[at - 2] = ']';
        return Arrays.copyOf(bytes, at);
    }

    private long append() {
        engine.ring.append(traffic::next);
        return engine.ring.end() - 1;
    }

    private void show(FxRobot robot, Opcode opcode, String text) {
        show(robot, opcode, text.getBytes(StandardCharsets.UTF_8));
    }

    private void show(FxRobot robot, Opcode opcode, byte[] bytes) {
        long seq = append();
        engine.payload(seq, new Payload(seq, seq, opcode, bytes, bytes.length, false, true, null));
        show(robot, seq);
    }

    private void show(FxRobot robot, long seq) {
        FrameRow row = engine.ring.get(seq);
        robot.interact(() -> pane.show(row));
    }

    private void awaitLines(FxRobot robot, String... expected) {
        await().untilAsserted(() -> assertThat(lines(robot)).containsExactly(expected));
    }

    private void awaitCount(FxRobot robot, long count) {
        await().untilAsserted(() -> assertThat(call(() -> view.lines().count())).isEqualTo(count));
    }

    /** At most a screenful of lines from the top of the window. */
    private List<String> lines(FxRobot robot) {
        return call(() -> LongStream.range(view.topRow(), Math.min(view.lines().count(), view.topRow() + 40))
                .mapToObj(row -> view.lines().line(row).text())
                .toList());
    }

    private static String text(FxRobot robot, String selector) {
        return call(() -> robot.lookup(selector).tryQueryAs(Labeled.class).map(Labeled::getText).orElse(""));
    }

    private static String clipboard() {
        return call(() -> Clipboard.getSystemClipboard().getString());
    }

    private static <T> T call(Callable<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, work);
    }
}
