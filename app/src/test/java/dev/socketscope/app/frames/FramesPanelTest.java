package dev.socketscope.app.frames;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.app.controls.Appearance;
import dev.socketscope.app.controls.Fonts;
import dev.socketscope.app.controls.Memory;
import dev.socketscope.app.controls.Units;
import dev.socketscope.app.export.TrafficExport;
import dev.socketscope.app.live.Formats;
import dev.socketscope.app.live.Live;
import dev.socketscope.app.ring.RingEngine;
import dev.socketscope.app.ring.RingTraffic;
import dev.socketscope.engine.api.Frame;
import dev.socketscope.engine.api.FrameQuery;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableRow;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class FramesPanelTest {
    private static final int CAPACITY = 5_000;
    private final RingEngine engine = new RingEngine(CAPACITY);
    private final RingTraffic traffic = new RingTraffic(7);
    private final Memory memory = Memory.forgetful();
    private Live live;
    private FramesPanel panel;

    @Start
    void start(Stage stage) {
        Fonts.load();
        append(1_000);
        live = new Live(engine);
        panel = new FramesPanel(live, new Formats(engine::connection, memory), memory,
                new TrafficExport(live, () -> panel.node(), name -> null));
        var scene = new Scene(panel.node(), 900, 500);
        new Appearance(Memory.forgetful()).dress(scene);
        stage.setX(0);
        stage.setY(0);
        stage.setScene(scene);
        // The stage is the JVM's only one and keeps the size that another test gave it.
        stage.setWidth(900);
        stage.setHeight(500);
        stage.show();
    }

    @AfterEach
    void stop() {
        live.close();
    }

    @Test
    void showsTheNewestFramesAndFollowsThem(FxRobot robot) {
        awaitLast(robot, 999);
        append(3_000);
        awaitLast(robot, 3_999);
        await().untilAsserted(() -> assertThat(count(robot)).startsWith("4,000 frames"));
    }

    @Test
    void keepsTheViewportWhileFramesComeAndGo(FxRobot robot) {
        awaitLast(robot, 999);
        robot.moveTo(".log-table .table-row-cell").scroll(10, VerticalDirection.UP);
        WaitForAsyncUtils.waitForFxEvents();
        List<Long> before = shownSeqs(robot);
        assertThat(before).isNotEmpty().doesNotContain(999L);
        append(4_500);
        awaitCount(robot, "5,000 frames · 500 dropped from capture");
        assertThat(shownSeqs(robot)).isEqualTo(before);
        assertThat(panel.followProperty().get()).isFalse();
    }

    @Test
    void keepsTheChosenFrameAfterTheCaptureDroppedIt(FxRobot robot) {
        awaitLast(robot, 999);
        robot.clickOn(row(robot, 995));
        assertThat(panel.selectedSeqProperty().get()).isEqualTo(995);
        append(20_000);
        await().until(fx(robot, () -> panel.selectionDroppedProperty().get()));
        assertThat(panel.selectedSeqProperty().get()).isEqualTo(995);
        assertThat(panel.selectedRowProperty().get().frame().seq()).isEqualTo(995);
        assertThat(robot.lookup(".dropped-selection").queryAs(Label.class).getText()).contains("#995")
                .contains("dropped from the capture");
    }

    @Test
    void theSelectionStaysOnItsFrameInsteadOfItsPlace(FxRobot robot) {
        awaitLast(robot, 999);
        robot.interact(() -> panel.select(990));
        append(3);
        robot.interact(() -> panel.followProperty().set(true));
        awaitLast(robot, 1_002);
        assertThat(selectedSeqs(robot)).containsExactly(990L);
    }

    @Test
    void aWrongFilterIsToldAndTheFramesStay(FxRobot robot) {
        awaitLast(robot, 999);
        robot.interact(() -> panel.queryProperty().set(new FrameQuery(Set.of(), "?oops")));
        await().until(fx(robot, () -> panel.mistakeProperty().get() != null));
        FilterMistake mistake = panel.mistakeProperty().get();
        assertThat(mistake.message()).contains("Expected");
        assertThat(mistake.position()).isZero();
        assertThat(shownSeqs(robot)).contains(999L);
        robot.interact(() -> panel.queryProperty().set(new FrameQuery(Set.of(), "kiln-3")));
        await().until(fx(robot, () -> panel.mistakeProperty().get() == null));
        await().untilAsserted(() -> assertThat(cells(robot, "frame-payload")).isNotEmpty()
                .allMatch(text -> text.contains("kiln-3")));
    }

    @Test
    void aFilterWithoutMatchesSaysWhichAndOffersToClearIt(FxRobot robot) {
        robot.interact(() -> panel.queryProperty().set(new FrameQuery(Set.of(), "nowhere")));
        await().until(fx(robot, () -> robot.lookup(".empty-text")
                .tryQueryAs(Label.class)
                .map(Label::getText)
                .orElse("")
                .contains("nowhere")));
        robot.clickOn("Clear the filter");
        awaitLast(robot, 999);
    }

    @Test
    void whatAFilterFindsLateIsShownWhileTheEngineRests(FxRobot robot) {
        awaitRest(robot);
        engine.ring.filtersWait(true);
        robot.interact(() -> panel.queryProperty().set(new FrameQuery(Set.of(), "kiln-3")));
        await().untilAsserted(() -> assertThat(count(robot)).contains("scanning 0 %"));

        engine.ring.filtersWait(false);

        await().untilAsserted(() -> assertThat(count(robot)).endsWith("frames").doesNotStartWith("0"));
        await().untilAsserted(() -> assertThat(cells(robot, "frame-payload")).isNotEmpty()
                .allMatch(text -> text.contains("kiln-3")));
    }

    @Test
    void rowsThatComeLateAreShownWhileTheEngineRests(FxRobot robot) {
        awaitRest(robot);
        engine.ring.rowsWait(true);
        robot.moveTo(".log-table .table-row-cell").scroll(30, VerticalDirection.UP);
        await().until(() -> shownSeqs(robot).isEmpty());

        engine.ring.rowsWait(false);

        await().untilAsserted(() -> assertThat(shownSeqs(robot)).isNotEmpty().doesNotContain(999L));
    }

    @Test
    void controlFramesCanBeHidden(FxRobot robot) {
        awaitLast(robot, 999);
        assertThat(pagesOfTypes(robot)).contains("PING");
        robot.interact(() -> panel.controlFramesProperty().set(false));
        await().untilAsserted(
                () -> assertThat(pagesOfTypes(robot)).isNotEmpty().doesNotContain("PING", "PONG", "CLOSE"));
    }

    @Test
    void pausingFreezesAndTellsWhatWaits(FxRobot robot) {
        awaitLast(robot, 999);
        robot.interact(() -> live.paused().set(true));
        append(12);
        awaitCount(robot, "1,000 frames · paused, 12 newer");
        assertThat(shownSeqs(robot)).contains(999L).doesNotContain(1_000L);
        robot.interact(() -> live.paused().set(false));
        awaitLast(robot, 1_011);
    }

    @Test
    void theKeyboardMovesExtendsAndCopies(FxRobot robot) {
        awaitLast(robot, 999);
        robot.clickOn(row(robot, 997));
        robot.push(KeyCode.DOWN);
        assertThat(panel.selectedSeqProperty().get()).isEqualTo(998);
        robot.push(new KeyCodeCombination(KeyCode.UP, KeyCombination.SHIFT_DOWN));
        robot.push(new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN));
        String[] copied = call(robot, () -> Clipboard.getSystemClipboard().getString()).split("\n");
        assertThat(copied).hasSize(2);
        assertThat(copied[0]).startsWith("{\"seq\":997,").contains("\"direction\":");
        robot.push(KeyCode.HOME);
        assertThat(panel.selectedSeqProperty().get()).isZero();
        robot.push(KeyCode.END);
        assertThat(panel.selectedSeqProperty().get()).isEqualTo(999);
        assertThat(panel.followProperty().get()).isTrue();
    }

    @Test
    void jumpsToAFrameByItsNumber(FxRobot robot) {
        awaitLast(robot, 999);
        robot.clickOn("#frames-jump").write("123").push(KeyCode.ENTER);
        assertThat(panel.selectedSeqProperty().get()).isEqualTo(123);
        assertThat(shownSeqs(robot)).contains(123L);
    }

    @Test
    void theFrameNearestToAMomentIsChosenOnceItsConnectionIsShown(FxRobot robot) {
        awaitLast(robot, 999);
        List<Frame> theirs = LongStream.range(0, 999)
                .mapToObj(seq -> Objects.requireNonNull(engine.ring.get(seq)).frame())
                .filter(frame -> frame.connection().equals("ws_80c1"))
                .toList();
        Frame frame = theirs.get(100);
        long gap = theirs.get(101).atMicros() - frame.atMicros();

        robot.interact(() -> panel.selectAt("ws_80c1", frame.atMicros() + gap / 3));
        assertThat(panel.selectedSeqProperty().get()).as("others are shown").isNegative();
        robot.interact(() -> panel.queryProperty().set(new FrameQuery(Set.of("ws_80c1"), "")));

        await().until(fx(robot, () -> panel.selectedSeqProperty().get() == frame.seq()));
        await().until(() -> selectedSeqs(robot).equals(List.of(frame.seq())));
        robot.interact(() -> panel.selectAt("ws_80c1", frame.atMicros() + gap * 2 / 3));
        assertThat(panel.selectedSeqProperty().get()).isEqualTo(theirs.get(101).seq());
        robot.interact(() -> panel.selectAt("ws_80c1", 0));
        assertThat(panel.selectedSeqProperty().get()).as("before all").isEqualTo(theirs.getFirst().seq());
        append(1);
        assertThat(panel.selectedSeqProperty().get()).as("sought once").isEqualTo(theirs.getFirst().seq());
    }

    @Test
    void timesCanCountFromTheFrameAbove(FxRobot robot) {
        awaitLast(robot, 999);
        assertThat(cells(robot, "frame-time")).allMatch(text -> text.matches("\\d\\d:\\d\\d:\\d\\d\\.\\d{6}"));
        robot.interact(() -> panel.timeModeProperty().set(TimeMode.SINCE_PREVIOUS));
        assertThat(cells(robot, "frame-time")).allMatch(text -> text.matches("\\+0\\.\\d{6}"));
    }

    private void append(int frames) {
        for (int i = 0; i < frames; i++) {
            engine.ring.append(traffic::next);
        }
    }

    private void awaitLast(FxRobot robot, long seq) {
        await().until(() -> shownSeqs(robot).contains(seq));
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** All frames are shown, and nobody is connected any more. */
    private void awaitRest(FxRobot robot) {
        awaitLast(robot, 999);
        engine.rest();
        await().until(() -> live.latest().get().counters().activeConnections() == 0);
    }

    private void awaitCount(FxRobot robot, String text) {
        await().untilAsserted(() -> assertThat(count(robot)).isEqualTo(text));
    }

    private static String count(FxRobot robot) {
        return call(robot, () -> robot.lookup(".frames-count").queryAs(Label.class).getText());
    }

    private static List<Long> shownSeqs(FxRobot robot) {
        return cells(robot, "frame-seq").stream().map(text -> Long.parseLong(text.replace(",", ""))).sorted().toList();
    }

    private static List<Long> selectedSeqs(FxRobot robot) {
        return call(robot, () -> robot.lookup(".table-row-cell")
                .queryAllAs(TableRow.class)
                .stream()
                .filter(row -> !row.isEmpty() && row.isSelected())
                .flatMap(row -> row.lookupAll(".frame-seq").stream())
                .map(cell -> Long.parseLong(((TableCell<?, ?>) cell).getText().replace(",", "")))
                .toList());
    }

    private Set<String> pagesOfTypes(FxRobot robot) {
        Set<String> types = cells(robot, "frame-type").stream().collect(Collectors.toSet());
        for (long seq : new long[]{100, 200, 300, 400, 500, 600}) {
            robot.interact(() -> panel.select(seq));
            types.addAll(cells(robot, "frame-type"));
        }
        return types;
    }

    /** Text of the visible cells of a column. */
    private static List<String> cells(FxRobot robot, String column) {
        return call(robot, () -> robot.lookup(".table-cell." + column)
                .queryAllAs(TableCell.class)
                .stream()
                .filter(cell -> cell.isVisible() && !cell.isEmpty() && !cell.getTableRow().isEmpty())
                .map(cell -> cell.getText() == null ? cell.getAccessibleText() : cell.getText())
                .filter(text -> text != null)
                .toList());
    }

    private static Node row(FxRobot robot, long seq) {
        String wanted = Units.count(seq);
        return robot.lookup(".table-cell.frame-seq")
                .queryAllAs(TableCell.class)
                .stream()
                .filter(cell -> wanted.equals(cell.getText()))
                .map(IndexedCell.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static Callable<Boolean> fx(FxRobot robot, Callable<Boolean> condition) {
        return () -> call(robot, condition);
    }

    private static <T> T call(FxRobot robot, Callable<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(5_000, work);
    }
}
