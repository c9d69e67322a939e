package dev.socketscope.app.frames;

import dev.socketscope.app.controls.Icons;
import dev.socketscope.app.controls.Keys;
import dev.socketscope.app.controls.LogTable;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.engine.api.Frame;
import dev.socketscope.engine.api.FrameRow;
import dev.socketscope.engine.api.Opcode;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import org.kordamp.ikonli.feather.Feather;

/** What can be done with the chosen frames. */
final class FrameMenu extends ContextMenu {
    private final LogTable<FrameRow> table;

    /**
     * @param send gets the connection of the frame that was chosen last
     * @param replay gets the chosen frames that carry messages
     * @param exports saves all frames that are shown
     */
    FrameMenu(LogTable<FrameRow> table, Consumer<String> send, Consumer<List<Frame>> replay, Menu exports) {
        this.table = table;
        var copy = new MenuItem(Strings.of("frames.menu.copy"), Icons.of(Feather.COPY));
        copy.setAccelerator(Keys.shortcut(KeyCode.C));
        copy.setOnAction(event -> table.copySelected());
        var sending = new MenuItem(Strings.of("connection.send"), Icons.of(Feather.SEND));
        sending.setId("frames-send");
        sending.setOnAction(event -> {
            FrameRow row = table.selectedRowProperty().get();
            if (row != null) {
                send.accept(row.frame().connection());
            }
        });
        var replaying = new MenuItem(Strings.of("frames.menu.replay"), Icons.of(Feather.ROTATE_CW));
        replaying.setId("frames-replay");
        replaying.setOnAction(event -> replay.accept(messages()));
        getItems().addAll(copy, sending, replaying, new SeparatorMenuItem(), exports);
        setOnShowing(event -> {
            sending.setDisable(table.selectedRowProperty().get() == null);
            replaying.setDisable(messages().isEmpty());
        });
    }

    private List<Frame> messages() {
        return table.selectedRows().stream().map(FrameRow::frame).filter(FrameMenu::carriesMessage).toList();
    }

    private static boolean carriesMessage(Frame frame) {
        return !frame.opcode().isControl() && frame.opcode() != Opcode.RESERVED;
    }
}
