package dev.socketscope.app.frames;

import dev.socketscope.app.controls.Memory;
import dev.socketscope.app.controls.Strings;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Which frames are left out; remembered. */
final class HideMenu extends MenuButton {
    private static final PseudoClass HIDING = PseudoClass.getPseudoClass("hiding");
    private final BooleanProperty messages = new SimpleBooleanProperty();
    private final BooleanProperty heartbeats = new SimpleBooleanProperty();
    private final StringProperty rule = new SimpleStringProperty(HiddenFrames.USUAL_HEARTBEATS);
    private final ObjectBinding<HiddenFrames> hidden;

    /**
     * @param control whether ping, pong and close are shown
     * @param editRule lets a person change what counts as a heartbeat
     */
    HideMenu(Memory memory, BooleanProperty control, Runnable editRule) {
        super("", new FontIcon(Feather.EYE_OFF));
        setId("frames-hide");
        getStyleClass().add("time-menu");
        setMinWidth(Region.USE_PREF_SIZE);
        setTooltip(new Tooltip(Strings.of("frames.hide.help")));
        setAccessibleText(Strings.of("frames.hide.help"));
        memory.text("frames.heartbeats.rule").ifPresent(rule::set);
        remember(memory, "frames.messages", messages);
        remember(memory, "frames.heartbeats", heartbeats);
        rule.subscribe(text -> memory.put("frames.heartbeats.rule", text));
        hidden = Bindings.createObjectBinding(() -> new HiddenFrames(!control.get(), messages.get(),
                heartbeats.get() ? rule.get() : ""), control, messages, heartbeats, rule);
        var edit = new MenuItem(Strings.of("frames.hide.rule"));
        edit.setId("frames-heartbeat-rule");
        edit.setOnAction(event -> editRule.run());
        getItems().addAll(item("frames-messages", "frames.hide.fragments", messages),
                item("frames-heartbeats", "frames.hide.heartbeats", heartbeats), new SeparatorMenuItem(), edit);
        hidden.subscribe(now -> pseudoClassStateChanged(HIDING, messages.get() || heartbeats.get()));
    }

    ObjectBinding<HiddenFrames> hidden() {
        return hidden;
    }

    BooleanProperty heartbeats() {
        return heartbeats;
    }

    BooleanProperty messages() {
        return messages;
    }

    /** A filter; what fits it is a heartbeat. */
    StringProperty rule() {
        return rule;
    }

    private static void remember(Memory memory, String key, BooleanProperty property) {
        property.set(memory.text(key).map(Boolean::parseBoolean).orElse(false));
        property.subscribe(now -> memory.put(key, String.valueOf(now)));
    }

    private static CheckMenuItem item(String id, String key, BooleanProperty property) {
        var item = new CheckMenuItem(Strings.of(key));
        item.setId(id);
        item.selectedProperty().bindBidirectional(property);
        return item;
    }
}
