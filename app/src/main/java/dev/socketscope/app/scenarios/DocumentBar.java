package dev.socketscope.app.scenarios;

import dev.socketscope.app.controls.ConfirmButton;
import dev.socketscope.app.controls.FitLine;
import dev.socketscope.app.controls.Icons;
import dev.socketscope.app.controls.Keys;
import dev.socketscope.app.controls.Strings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.controlsfx.control.SegmentedButton;
import org.kordamp.ikonli.feather.Feather;

/** Which scenario it is, what can be done with it as a whole, and in which view. */
final class DocumentBar extends FitLine {
    private final Label name = new Label();
    private final Label mark = new Label("●");
    private final Button save;
    private final Button undo;
    private final Button redo;
    private final Button revert;
    private final ToggleButton text = new ToggleButton(Strings.of("scenarios.yaml.view"));

    DocumentBar(Shelf shelf, Node run) {
        getStyleClass().add("panel-header");
        name.setId("scenario-name");
        name.getStyleClass().add("panel-title");
        mark.getStyleClass().add("held");
        mark.setId("scenario-unsaved");
        mark.setTooltip(new Tooltip(Strings.of("scenarios.unsaved")));
        save = button(Feather.SAVE, "scenarios.save", "S", "scenario-save", shelf::save);
        Button saveAs = button(Feather.DOWNLOAD, "scenarios.save.as", "", "scenario-save-as", shelf::saveAs);
        Button copy = button(Feather.COPY, "scenarios.duplicate", "", "scenario-duplicate", shelf::duplicate);
        undo = button(Feather.CORNER_UP_LEFT, "scenarios.undo", "Z", "scenario-undo", () -> shelf.current().undo());
        redo = button(Feather.CORNER_UP_RIGHT, "scenarios.redo", "Y", "scenario-redo", () -> shelf.current().redo());
        revert = new ConfirmButton(Strings.of("scenarios.revert"), Strings.of("scenarios.revert.sure"),
                () -> shelf.current().revert());
        revert.setId("scenario-revert");
        revert.setMinWidth(Region.USE_PREF_SIZE);
        SegmentedButton views = views();
        getChildren().addAll(name, mark, save, saveAs, copy, undo, redo, revert, FitLine.gap(), views, run);
        mayGo(redo);
        mayGo(undo);
        mayGo(saveAs);
        mayGo(copy);
        mayShrink(name, 60);
    }

    /** Whether the text is to be seen in place of the timeline. */
    ReadOnlyBooleanProperty asText() {
        return text.selectedProperty();
    }

    void show(Document document) {
        name.setText(document.name().get());
        name.setTooltip(new Tooltip(document.file().map(Object::toString).orElse(Strings.of("scenarios.shipped"))));
        mark.setVisible(document.changed().get());
        save.setDisable(!document.changed().get());
        undo.setDisable(!document.canUndo());
        redo.setDisable(!document.canRedo());
        revert.setVisible(document.canRevert());
    }

    private SegmentedButton views() {
        ToggleButton timeline = new ToggleButton(Strings.of("scenarios.timeline.view"));
        timeline.setId("view-timeline");
        text.setId("view-yaml");
        timeline.setSelected(true);
        timeline.setMinWidth(Region.USE_PREF_SIZE);
        text.setMinWidth(Region.USE_PREF_SIZE);
        SegmentedButton views = new SegmentedButton(timeline, text);
        views.setMinWidth(Region.USE_PREF_SIZE);
        ToggleGroup group = new ToggleGroup();
        views.setToggleGroup(group);
        group.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null && before != null) {
                before.setSelected(true);
            }
        });
        return views;
    }

    private static Button button(Feather icon, String key, String shortcut, String id, Runnable action) {
        String title = Strings.of(key);
        Button button = Icons.button(icon, shortcut.isEmpty() ? title : title + "  (" + Keys.hint(shortcut) + ")",
                action);
        button.setAccessibleText(title);
        button.setId(id);
        return button;
    }
}
