package dev.socketscope.app.shell;

import dev.socketscope.app.controls.Icons;
import dev.socketscope.app.controls.PanelSlot;
import dev.socketscope.app.controls.Strings;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;

/** A square button with a panel's icon. */
final class SideButton extends ToggleButton {
    /** @param keys the keys that do the same, for people */
    SideButton(PanelSlot slot, String keys) {
        super("", Icons.of(slot.icon()));
        getStyleClass().add("side-button");
        setId("side-" + slot.id());
        setAccessibleText(slot.title());
        setTooltip(new Tooltip(Strings.of("side.tooltip", slot.title(), keys)));
    }
}
