package dev.socketscope.app.payload;

import dev.socketscope.app.controls.FitLine;
import dev.socketscope.app.controls.Icons;
import dev.socketscope.app.controls.Keys;
import dev.socketscope.app.controls.Strings;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.controlsfx.control.SegmentedButton;
import org.kordamp.ikonli.feather.Feather;

/** The row above a payload: how to look at it, what it means, and what can be done with it. */
final class PayloadTop extends FitLine {
    /** With less room than this a hint says nothing. */
    private static final double HINT = 200;

    private final Map<PayloadTab, ToggleButton> tabs = new EnumMap<>(PayloadTab.class);
    private final Label hint = new Label();
    private final SegmentedButton segments;
    private final ToggleButton wrap = new ToggleButton("", Icons.of(Feather.CORNER_DOWN_LEFT));

    /** @param chosen a tab was chosen by hand */
    PayloadTop(Consumer<PayloadTab> chosen, Runnable find, Button copy, Runnable save) {
        getStyleClass().add("payload-top");
        var group = new ToggleGroup();
        for (PayloadTab tab : PayloadTab.values()) {
            tabs.put(tab, tab(tab, group, chosen));
        }
        hint.getStyleClass().addAll("muted", "payload-hint");
        hint.setMaxWidth(Double.MAX_VALUE);
        hint.setAlignment(Pos.CENTER_RIGHT);
        hint.setMinWidth(0);
        hint.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        segments = new SegmentedButton(tabs.values().toArray(ToggleButton[]::new));
        segments.setToggleGroup(group);
        segments.setMinWidth(Region.USE_PREF_SIZE);
        wrap.getStyleClass().add("icon-button");
        wrap.setTooltip(new Tooltip(Strings.of("payload.wrap")));
        wrap.setAccessibleText(Strings.of("payload.wrap"));
        getChildren().addAll(segments, gap(), hint, wrap,
                Icons.button(Feather.SEARCH, Strings.of("payload.find", Keys.hint("F")), find), copy,
                Icons.button(Feather.DOWNLOAD, Strings.of("payload.save"), save));
        mayShrink(hint, HINT);
    }

    /** Offers the picture's tab only where there is one. */
    void offer(boolean picture) {
        ToggleButton image = tabs.get(PayloadTab.IMAGE);
        if (image != null && segments.getButtons().contains(image) != picture) {
            if (picture) {
                segments.getButtons().add(image);
            } else {
                segments.getButtons().remove(image);
            }
        }
    }

    /** Shows which tab is open; the wrap switch is there for text only. */
    void show(PayloadTab tab) {
        ToggleButton button = tabs.get(tab);
        if (button != null) {
            button.setSelected(true);
        }
        set(wrap, tab == PayloadTab.TEXT);
    }

    void hint(String text) {
        hint.setText(text);
        hint.setTooltip(text.isEmpty() ? null : new Tooltip(text));
    }

    BooleanProperty wrapProperty() {
        return wrap.selectedProperty();
    }

    private static ToggleButton tab(PayloadTab tab, ToggleGroup group, Consumer<PayloadTab> chosen) {
        var button = new ToggleButton(tab.label());
        button.setId("payload-" + tab.name().toLowerCase(Locale.ROOT));
        button.setToggleGroup(group);
        button.setOnAction(event -> {
            button.setSelected(true);
            chosen.accept(tab);
        });
        return button;
    }

    private static void set(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
