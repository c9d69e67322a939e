package dev.socketscope.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.api.CloseInfo;
import dev.socketscope.engine.api.Connection;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** A WebSocket of a person's own, from the window through a real engine to the echo behind it. */
class ConnectFlowTest extends RealFlow {
    @Start
    void start(Stage stage) {
        memory.put("composer.page", "connect");
        show(stage, "composer");
    }

    @Test
    void itIsOpenedThroughTheEngineTalksAndIsClosedWithACode(FxRobot robot) {
        connect(robot, "ws://" + tunnel.engine.info().listen() + "/echo");
        robot.clickOn("#talk-area").write("hello").push(KeyCode.CONTROL, KeyCode.ENTER);
        await().until(() -> only().toClient().messages() == 1);
        robot.push(KeyCode.CONTROL, KeyCode.A).push(KeyCode.DELETE).push(KeyCode.UP);
        assertThat(robot.lookup("#talk-area").<TextArea>query().getText()).isEqualTo("hello");

        type(robot, "#talk-close-code", "4001");
        type(robot, "#talk-close-reason", "enough");
        robot.clickOn("#connect-connect");

        await().until(() -> only().close() != null);
        assertThat(only().close()).isEqualTo(
                new CloseInfo(CloseInfo.By.CLIENT, CloseInfo.Manner.CLOSE_FRAME, 4001, "enough", null));
        await().until(() -> text(robot, "#connect-state").equals("Closed here, 4001 private use: enough"));
    }

    @Test
    void theEnginesOwnAddressIsOneClickAway(FxRobot robot) {
        MenuButton through = robot.lookup("#connect-through").query();
        robot.interact(through::show);
        robot.interact(() -> through.getItems().getFirst().fire());

        assertThat(robot.lookup("#connect-url").<TextField>query().getText())
                .isEqualTo("ws://" + tunnel.engine.info().listen() + "/");
    }

    @Test
    void aRefusalIsToldWithItsStatus(FxRobot robot) {
        type(robot, "#connect-url", "ws://" + tunnel.engine.info().listen() + "/no-such-place");
        robot.clickOn("#connect-connect");

        await().until(() -> text(robot, "#connect-state").startsWith("Refused: 404"));
    }

    @Test
    void aFavouriteThatIsDeletedComesBackByTheKeyThatUndoes(FxRobot robot) {
        TableView<?> favourites = keepAndChoose(robot);
        robot.push(KeyCode.DELETE);
        await().until(() -> favourites.getItems().isEmpty());

        undo(robot);

        await().until(() -> favourites.getItems().size() == 1);
    }

    @Test
    void favouritesAreRenamedAndOrderedByKeysAndByMouse(FxRobot robot) {
        TableView<?> favourites = keepAndChoose(robot);
        for (String name : new String[]{"Second", "Third"}) {
            type(robot, "#favourite-name", name);
            robot.clickOn("#favourite-keep");
        }
        await().until(() -> names(robot).equals(List.of("Echo", "Second", "Third")));
        robot.interact(favourites::requestFocus);

        back(robot);
        robot.push(KeyCode.F2);
        robot.write("Third").push(KeyCode.ENTER);
        assertThat(names(robot)).as("a name that is taken").containsExactly("Echo", "Second", "Third");
        back(robot);
        robot.write("First").push(KeyCode.ENTER);
        await().until(() -> names(robot).equals(List.of("First", "Second", "Third")));

        robot.push(KeyCode.CONTROL, KeyCode.DOWN);
        await().until(() -> names(robot).equals(List.of("Second", "First", "Third")));
        assertThat(favourites.getSelectionModel().getSelectedIndex()).isEqualTo(1);
        robot.push(KeyCode.CONTROL, KeyCode.UP);
        await().until(() -> names(robot).equals(List.of("First", "Second", "Third")));
        robot.push(KeyCode.CONTROL, KeyCode.DOWN);
        await().until(() -> names(robot).equals(List.of("Second", "First", "Third")));

        robot.drag(cell(robot, "Third")).moveTo(cell(robot, "Second")).moveBy(0, -6).drop();
        await().until(() -> names(robot).equals(List.of("Third", "Second", "First")));
        assertThat(memory.text("composer.favourites").orElseThrow())
                .matches(".*\"Third\".*\"Second\".*\"First\".*");
    }

    private static Node cell(FxRobot robot, String name) {
        return robot.lookup("#favourite-table .table-cell")
                .match((Node node) -> node instanceof Labeled cell && name.equals(cell.getText()))
                .query();
    }

    private static List<String> names(FxRobot robot) {
        TableView<?> favourites = robot.lookup("#favourite-table").queryTableView();
        return IntStream.range(0, favourites.getItems().size())
                .mapToObj(row -> String.valueOf(favourites.getColumns().getFirst().getCellData(row)))
                .toList();
    }

    @Test
    void aFavouriteIsKeptAndOpenedInATabOfItsOwn(FxRobot robot) {
        keepAndChoose(robot);
        robot.push(KeyCode.ENTER);

        TabPane tabs = robot.lookup(".conversation-tabs .tab-pane").query();
        await().until(() -> tabs.getTabs().size() == 2);
        robot.clickOn("#connect-connect");
        await().until(() -> tunnel.engine.connections().stream().filter(Connection::live).count() == 2);
    }

    @Test
    void aConnectionsMenuLeadsHere(FxRobot robot) throws Exception {
        client.connectNow();
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        await().until(() -> !robot.lookup("#connection-break").query().isDisabled());
        robot.interact(
                () -> robot.lookup("#connection-table .table-row-cell").<javafx.scene.control.TableRow<?>>queryAll()
                        .stream()
                        .map(javafx.scene.control.TableRow::getContextMenu)
                        .filter(java.util.Objects::nonNull)
                        .findFirst()
                        .orElseThrow()
                        .getItems()
                        .stream()
                        .filter(item -> "menu-open-as".equals(item.getId()))
                        .forEach(MenuItem::fire));

        robot.clickOn("#connect-connect");
        await().until(() -> tunnel.engine.connections()
                .stream()
                .filter(one -> one.live() && one.path().equals("/echo"))
                .count() == 2);
    }

    private TableView<?> keepAndChoose(FxRobot robot) {
        connect(robot, "ws://" + tunnel.engine.info().listen() + "/echo");
        type(robot, "#favourite-name", "Echo");
        robot.clickOn("#favourite-keep");
        TableView<?> favourites = robot.lookup("#favourite-table").queryTableView();
        await().until(() -> favourites.getItems().size() == 1);
        robot.interact(() -> {
            favourites.requestFocus();
            favourites.getSelectionModel().select(0);
        });
        return favourites;
    }

    private void connect(FxRobot robot, String url) {
        type(robot, "#connect-url", url);
        robot.clickOn("#connect-connect");
        await().until(() -> text(robot, "#connect-state").startsWith("Open"));
    }

    private Connection only() {
        assertThat(tunnel.engine.connections()).hasSize(1);
        return tunnel.engine.connections().getFirst();
    }

    private static void type(FxRobot robot, String field, String text) {
        robot.interact(() -> robot.lookup(field).<TextField>query().setText(text));
    }
}
