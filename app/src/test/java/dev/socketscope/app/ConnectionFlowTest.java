package dev.socketscope.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import dev.socketscope.app.fake.FakeEngine;
import dev.socketscope.app.fake.FakeTraffic;
import dev.socketscope.engine.api.CloseInfo;
import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.Connection.State;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableRow;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

class ConnectionFlowTest extends FakeFlow {
    ConnectionFlowTest() {
        super(FakeEngine.busy(2));
    }

    @Start
    void start(Stage stage) {
        window.show(stage);
    }

    @Test
    void aChosenConnectionTellsItsStoryAndItsHandshake(FxRobot robot) {
        robot.clickOn(cell(robot, "/graphql"));
        await().until(() -> text(robot, "#story").startsWith("Open for 2 min, "));

        robot.clickOn("Handshake");
        assertThat(robot.lookup("#request-line").<Labeled>query().getText()).contains("GET /graphql?token=••••••");
        assertThat(robot.lookup("#status-line").<Labeled>query().getText()).isEqualTo("101 Switching Protocols");
        assertThat(texts(robot, ".header-added")).contains("Via", "1.1 socketscope");
        assertThat(texts(robot, ".header-changed")).contains("Sec-WebSocket-Extensions");
        assertThat(texts(robot, ".header-removed")).contains("Origin");
        assertThat(texts(robot, ".header-word")).contains("unchanged", "dropped", "not sent");
        assertThat(texts(robot, ".waterfall .label")).contains("Connect upstream", "18.0 ms");
    }

    @Test
    void anAgeTicksInLineWithItsRow(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        TableRow<?> row = robot.lookup(".table-row-cell").<TableRow<?>>query();
        Text age = (Text) row.lookup(".ticking-text");
        Bounds seen = age.localToScene(age.getBoundsInLocal());
        Bounds whole = row.localToScene(row.getBoundsInLocal());

        assertThat(seen.getCenterY()).isCloseTo(whole.getCenterY(), within(1.5));
        String before = age.getText();
        await().until(() -> !age.getText().equals(before));
        assertThat(age.localToScene(age.getBoundsInLocal()).getMaxX()).isCloseTo(seen.getMaxX(), within(1.0));
    }

    @Test
    void secretsAreHiddenUntilTheyAreAskedFor(FxRobot robot) {
        robot.clickOn(cell(robot, "/graphql"));
        robot.clickOn("Handshake");
        assertThat(texts(robot, ".header-value")).doesNotContain("session=s3cr3t").contains("••••••");

        robot.clickOn("#handshake-secrets");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(texts(robot, ".header-value")).contains("session=s3cr3t");
    }

    @Test
    void theChosenConnectionStaysChosenWhenItMovesAndEnds(FxRobot robot) {
        robot.clickOn(cell(robot, "/graphql"));
        engine.put(FakeTraffic.closed(engine.connection("ws_8171").orElseThrow(),
                new CloseInfo(CloseInfo.By.UPSTREAM, CloseInfo.Manner.RST, 1006, "", null)));
        engine.put(FakeTraffic.connection("ws_new", "/new", null, 0, State.OPEN));

        await().until(() -> text(robot, "#story").startsWith("Closed by the upstream with 1006 (TCP reset"));
        robot.clickOn("#part-closed");
        await().until(() -> chosenRow(robot).contains("/graphql?token=••••••"));
    }

    @Test
    void cuttingAsksForLegsModeAndCodeAndDoesWhatWasChosen(FxRobot robot) {
        robot.clickOn(cell(robot, "/graphql"));
        robot.clickOn("Cut…").clickOn("#cut-client");
        robot.clickOn("#cut-reason").write("enough");
        robot.clickOn("#cut-now");

        await().untilAsserted(() -> assertThat(engine.commands).containsExactly(new Command.EndConnection("ws_8171",
                Command.Legs.CLIENT, Command.Mode.CLOSE, 1000, "enough")));
        await().until(() -> text(robot, "#story").startsWith("Closed by the engine with 1000 “enough”"));
        await().until(() -> robot.lookup("#cut-now").tryQuery().isEmpty());
    }

    @Test
    void aCodeThatMayNotStandOnTheWireIsRefusedInTheForm(FxRobot robot) {
        robot.clickOn(cell(robot, "/graphql"));
        robot.clickOn("Cut…");
        TextField code = robot.lookup("#cut-code .text-field").query();
        robot.doubleClickOn(code).push(KeyCode.CONTROL, KeyCode.A).write("1006").clickOn("#cut-now");

        await().until(() -> robot.lookup(".cut-form .broken").query().isVisible());
        assertThat(engine.commands).isEmpty();
    }

    @Test
    void theMenuCopiesACommandWithoutSecrets(FxRobot robot) {
        robot.clickOn(cell(robot, "/graphql"), MouseButton.SECONDARY).clickOn("#copy-curl");

        String copied = WaitForAsyncUtils.waitForAsyncFx(5_000, () -> Clipboard.getSystemClipboard().getString());
        assertThat(copied).startsWith("curl -N 'ws://").contains("/graphql").doesNotContain("s3cr3t", "k3yf0rv1te");
    }

    @Test
    void theKeyThatCopiesCopiesTheAddressOfTheChosenConnection(FxRobot robot) {
        robot.clickOn(cell(robot, "/graphql")).push(KeyCode.CONTROL, KeyCode.C);

        String copied = WaitForAsyncUtils.waitForAsyncFx(5_000, () -> Clipboard.getSystemClipboard().getString());
        assertThat(copied).startsWith("ws://").contains("/graphql").doesNotContain("s3cr3t", "k3yf0rv1te");
    }

    @Test
    void arrowKeysWalkTheTable(FxRobot robot) {
        robot.clickOn(cell(robot, "/graphql")).push(KeyCode.DOWN);

        await().until(() -> chosenRow(robot).contains("/socket.io/?token=••••••"));
    }

    @Test
    void partsShowOnlyTheirConnections(FxRobot robot) {
        robot.clickOn("#part-closed");
        assertThat(robot.lookup("#connection-table").queryTableView().getItems()).hasSize(2);
        robot.clickOn("#part-live");
        assertThat(robot.lookup("#connection-table").queryTableView().getItems()).hasSize(7);
        robot.clickOn("#part-live");
        assertThat(robot.lookup("#connection-table").queryTableView().getItems()).as("one is always chosen").hasSize(7);
    }

    private static Node cell(FxRobot robot, String path) {
        await().until(() -> robot.lookup("#connection-table .table-cell")
                .<Labeled>match(c -> startsWith(c, path))
                .tryQuery()
                .isPresent());
        return robot.lookup("#connection-table .table-cell").<Labeled>match(c -> startsWith(c, path)).query();
    }

    private static boolean startsWith(Labeled cell, String text) {
        return cell.getText() != null && cell.getText().startsWith(text);
    }

    private static List<String> chosenRow(FxRobot robot) {
        return robot.lookup("#connection-table .table-row-cell")
                .<TableRow<?>>queryAll()
                .stream()
                .filter(TableRow::isSelected)
                .flatMap(row -> row.lookupAll(".table-cell").stream())
                .map(cell -> ((Labeled) cell).getText())
                .toList();
    }

    private static String text(FxRobot robot, String query) {
        return robot.lookup(query).<Labeled>query().getText();
    }

    private static List<String> texts(FxRobot robot, String query) {
        return robot.lookup(query).<Labeled>queryAll().stream().map(Labeled::getText).toList();
    }
}
