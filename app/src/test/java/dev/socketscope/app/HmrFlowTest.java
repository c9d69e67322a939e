package dev.socketscope.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.app.fake.FakeEngine;
import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.HmrStatus;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.Clipboard;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

class HmrFlowTest extends FakeFlow {
    HmrFlowTest() {
        super(FakeEngine.troubled(9));
    }

    @Start
    void start(Stage stage) {
        memory.put("shell.panel", "hmr");
        window.show(stage);
    }

    @Test
    void theQueueTellsWhatWaitsAndIsFlushedOnRequest(FxRobot robot) {
        await().until(() -> robot.lookup("4 of 50 · oldest expires in 2").tryQuery().isPresent() || waits(robot));
        assertThat(text(robot, "#hmr-panel-about")).startsWith("ws_7e02 · vite · client away ");
        assertThat(text(robot, "#hmr-panel-reload")).isEqualTo("no full reload needed");

        robot.clickOn("#hmr-panel-flush");

        await().until(() -> engine.commands.contains(new Command.FlushHmr("ws_7e02")));
        await().until(() -> robot.lookup("#hmr-panel-flush").query().isDisabled());
    }

    @Test
    void droppingAsksOnce(FxRobot robot) {
        await().until(() -> waits(robot));
        robot.clickOn("#hmr-panel-drop");
        assertThat(engine.commands).isEmpty();

        robot.clickOn("Really drop?");

        await().until(() -> engine.commands.contains(new Command.DropHmr("ws_7e02")));
    }

    @Test
    void aBuildErrorIsReadableAndCopied(FxRobot robot) {
        await().until(() -> waits(robot));
        robot.clickOn(page(robot, "ws_7f3a"));
        await().until(() -> robot.lookup("#hmr-panel-error").query().isVisible());
        assertThat(robot.lookup("#hmr-panel-error .label").<Labeled>queryAll().stream().map(Labeled::getText))
                .contains("Unexpected token (12:49)")
                .anyMatch(text -> text.startsWith("/src/App.jsx:12:49"))
                .anyMatch(text -> text.contains("<Button onClick={() => setCount(count + 1}>"));

        robot.clickOn("#hmr-panel-copy");

        String copied = WaitForAsyncUtils.waitForAsyncFx(5_000, () -> Clipboard.getSystemClipboard().getString());
        assertThat(copied).contains("/src/App.jsx:12:49", "SyntaxError").doesNotContain("\n\n");
    }

    @Test
    void changesThatWereNeverAppliedAreTold(FxRobot robot) {
        await().until(() -> waits(robot));
        robot.clickOn(page(robot, "ws_7f3a"));

        await().until(() -> robot.lookup("never applied").tryQuery().isPresent());
        assertThat(robot.lookup("41.0 ms").tryQuery()).isPresent();
        assertThat(text(robot, "#hmr-panel-summary"))
                .isEqualTo("2 applied · median 41.0 ms · slowest 41.0 ms · 1 never applied");
    }

    @Test
    void aPageLeadsToItsConnection(FxRobot robot) {
        await().until(() -> waits(robot));

        robot.clickOn("#hmr-panel-connection");

        await().until(() -> text(robot, "#story").startsWith("The client was lost "));
    }

    @Test
    void aPageThatHasToBeLoadedAnewSaysThatWhatWaitsIsMoot(FxRobot robot) {
        await().until(() -> waits(robot));
        HmrStatus before = engine.hmr().getFirst();

        engine.hotReload()
                .put(new HmrStatus(before.connection(), before.dialect(), before.queue(), true, before.history(),
                        null));

        await().until(() -> text(robot, "#hmr-panel-reload").equals("full reload needed"));
        assertThat(robot.lookup("moot: the page will be loaded anew").tryQuery())
                .isPresent();
    }

    @Test
    void theSideBarCountsWaitingUpdatesAndErrors(FxRobot robot) {
        await().until(() -> robot.lookup("#side-hmr .side-badge").<Labeled>query().getText().equals("5"));
    }

    private static Node page(FxRobot robot, String id) {
        return robot.lookup("#hmr-pages .page-more").<Labeled>match(label -> label.getText().startsWith(id)).query();
    }

    private static String text(FxRobot robot, String query) {
        return robot.lookup(query).<Labeled>query().getText();
    }

    private static boolean waits(FxRobot robot) {
        return robot.lookup("#hmr-pages .list-cell").queryAll().stream().filter(cell -> cell.isVisible()).count() > 1
                && robot.lookup("js-update").tryQuery().isPresent();
    }
}
