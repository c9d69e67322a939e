package dev.socketscope.app.shell;

import dev.socketscope.app.controls.Badge;
import dev.socketscope.app.controls.Icons;
import dev.socketscope.app.controls.PanelSlot;
import dev.socketscope.app.controls.Strings;
import javafx.geometry.Pos;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;

/** A square button with a panel's icon. */
final class SideButton extends ToggleButton {
    /** @param keys the keys that do the same, for people */
    SideButton(PanelSlot slot, String keys) {
        super("", graphic(slot));
        getStyleClass().add("side-button");
        setId("side-" + slot.id());
        slot.badge().subscribe(badge -> setAccessibleText((slot.title() + " " + badge).strip()));
        setTooltip(new Tooltip(Strings.of("side.tooltip", slot.title(), keys)));
    }

    private static StackPane graphic(PanelSlot slot) {
        Badge badge = new Badge(slot.badge());
        badge.getStyleClass().add("side-badge");
        StackPane.setAlignment(badge, Pos.TOP_RIGHT);
        return new StackPane(Icons.of(slot.icon()), badge);
    }
}
