package dev.socketscope.app.connections;

import dev.socketscope.app.controls.Icons;
import dev.socketscope.app.controls.Memory;
import dev.socketscope.app.controls.Remember;
import dev.socketscope.app.controls.Strings;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;

/** Puts something beside the tabs where there is room for both, unless a person has folded it away. */
final class Aside {
    private static final String WANTED = "connections.aside";
    /** Narrower than this, frames and charts cannot both be read. */
    private static final double WIDE = 1180;
    /** Lower than this, a payload stands beside its frames, and both need the width. */
    private static final double HIGH = 390;
    private static final double USUAL = 0.6;
    private static final double LEAST_HEIGHT = 200;
    /** Tabs that need the whole width, or show the same. */
    private static final Set<String> ALONE = Set.of("handshake", "rtt", "again");

    private final SplitPane split = new SplitPane();
    private final ToggleButton toggle = new ToggleButton("", Icons.of(Feather.SIDEBAR));
    private final Node content;
    private boolean useful = true;
    private final Memory memory;

    Aside(Node tabs, Node content, Memory memory) {
        this.content = content;
        this.memory = memory;
        split.setId("detail-split");
        // What stands in it asks for more than it needs; the table above must not have to give way to it.
        split.setMinHeight(LEAST_HEIGHT);
        split.getItems().add(tabs);
        content.setId("aside");
        content.setVisible(false);
        toggle.setId("aside-toggle");
        toggle.getStyleClass().addAll("icon-button", "quiet-toggle");
        toggle.setAccessibleText(Strings.of("aside.toggle"));
        toggle.setTooltip(new Tooltip(Strings.of("aside.toggle")));
        toggle.setSelected(memory.text(WANTED).map(Boolean::parseBoolean).orElse(true));
        toggle.selectedProperty().subscribe((before, now) -> {
            memory.put(WANTED, now.toString());
            arrange();
        });
        split.widthProperty().subscribe((before, now) -> arrange());
        split.heightProperty().subscribe((before, now) -> arrange());
    }

    SplitPane node() {
        return split;
    }

    /** @param id of the tab that is open now */
    void tab(String id) {
        useful = !ALONE.contains(id);
        arrange();
    }

    ToggleButton toggle() {
        return toggle;
    }

    private void arrange() {
        boolean room = split.getWidth() >= WIDE && split.getHeight() >= HIGH && useful;
        boolean show = room && toggle.isSelected();
        toggle.setVisible(room);
        toggle.setManaged(room);
        if (show == split.getItems().contains(content)) {
            return;
        }
        if (show) {
            split.getItems().add(content);
            Remember.divider(memory, "connections.aside.divider", split, USUAL);
        } else {
            split.getItems().remove(content);
        }
        content.setVisible(show);
    }
}
