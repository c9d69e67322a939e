package dev.socketscope.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.app.controls.Sight;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.robot.Motion;

/** Real traffic is saved to files from where it is looked at. */
class ExportFlowTest extends RealFlow {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    @TempDir
    static Path folder;
    private final List<String> offered = new CopyOnWriteArrayList<>();

    @Start
    void start(Stage stage) {
        show(stage, "connections");
    }

    @Test
    void aReportOnAConnectionIsSavedFromItsMenu(FxRobot robot) throws Exception {
        client.connectNow();
        client.roundTrip("a message <b>in</b> the report");
        Path file = saveTo(robot, "report.html");
        Files.writeString(file, "an older report");

        robot.clickOn(path(robot), MouseButton.SECONDARY);
        robot.clickOn("#menu-traffic").clickOn("#export-html", Motion.HORIZONTAL_FIRST);

        await().atMost(PATIENCE).until(() -> told(robot, "Exported"));
        assertThat(Files.readString(file)).startsWith("<!DOCTYPE html>")
                .contains("Open for", "a message &lt;b&gt;in&lt;/b&gt; the report")
                .doesNotContain("older");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        assertThat(offered).containsExactly(tunnel.engine.connections().getFirst().id() + ".html");
    }

    @Test
    void severalConnectionsGoIntoOneArchive(FxRobot robot) throws Exception {
        client.connectNow();
        EchoClient second = tunnel.echo();
        second.connectNow();
        second.roundTrip("from the second");
        client.roundTrip("from the first");
        Path file = saveTo(robot, "both.har");

        robot.clickOn(path(robot));
        robot.push(KeyCode.CONTROL, KeyCode.A);
        robot.clickOn(path(robot), MouseButton.SECONDARY);
        robot.clickOn("#menu-traffic").clickOn("#export-har", Motion.HORIZONTAL_FIRST);

        await().atMost(PATIENCE).until(() -> told(robot, "Exported"));
        second.close();
        assertThat(Files.readString(file)).contains("from the first", "from the second");
        assertThat(offered).containsExactly("traffic.har");
    }

    @Test
    void theFramesThatTheFilterLeavesGoIntoATable(FxRobot robot) throws Exception {
        client.connectNow();
        client.roundTrip("needle");
        client.roundTrip("hay");
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT3);
        robot.clickOn("#search").write("needle");
        await().atMost(PATIENCE)
                .until(() -> robot.lookup(".frames-count")
                        .<Labeled>queryAll()
                        .stream()
                        .anyMatch(label -> label.isVisible() && label.getText().equals("2 frames")));
        Path file = saveTo(robot, "needles.csv");

        // The frames of the chosen connection, out of sight now, have such a button, too.
        Node export = robot.lookup("#frames-export").match(Sight::isShown).query();
        robot.clickOn(export).clickOn("#export-csv");

        await().atMost(PATIENCE).until(() -> told(robot, "Exported"));
        assertThat(Files.readString(file).lines().skip(1)).hasSize(2).allMatch(line -> line.endsWith(",needle"));
    }

    @Test
    void whatCannotBeWrittenIsTold(FxRobot robot) throws Exception {
        client.connectNow();
        client.roundTrip("hello");
        Path inTheWay = Files.writeString(folder.resolve("in-the-way"), "a file");
        robot.interact(() -> export().askWith(name -> inTheWay.resolve(name)));

        robot.clickOn(path(robot), MouseButton.SECONDARY);
        robot.clickOn("#menu-traffic").clickOn("#export-csv", Motion.HORIZONTAL_FIRST);

        await().atMost(PATIENCE).until(() -> told(robot, "Could not be exported"));
    }

    private Path saveTo(FxRobot robot, String name) {
        Path file = folder.resolve(name);
        robot.interact(() -> export().askWith(wanted -> {
            offered.add(wanted);
            return file;
        }));
        return file;
    }

    /** The cell with the path of a connection. */
    private static Labeled path(FxRobot robot) {
        await().atMost(PATIENCE)
                .until(() -> robot.lookup("#connection-table .table-cell")
                        .<Labeled>match(cell -> "/echo".equals(cell.getText()))
                        .tryQuery()
                        .isPresent());
        return robot.lookup("#connection-table .table-cell")
                .<Labeled>match(cell -> "/echo".equals(cell.getText()))
                .query();
    }

    private static boolean told(FxRobot robot, String title) {
        return robot.lookup(".notification-bar .label")
                .<Labeled>match(label -> title.equals(label.getText()))
                .tryQuery()
                .isPresent();
    }
}
