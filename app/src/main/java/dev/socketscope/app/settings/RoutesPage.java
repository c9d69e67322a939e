package dev.socketscope.app.settings;

import dev.socketscope.app.actions.Undoing;
import dev.socketscope.app.controls.Chip;
import dev.socketscope.app.controls.CopyButton;
import dev.socketscope.app.controls.EmptyState;
import dev.socketscope.app.controls.FitLine;
import dev.socketscope.app.controls.Memory;
import dev.socketscope.app.controls.MessageLabel;
import dev.socketscope.app.controls.SaveDialog;
import dev.socketscope.app.controls.Sight;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.Units;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * The editor of routes.
 *
 * <pre>
 *   ┌ whether all is in force      copy  revert  apply ┐
 *   │ list ┌ fields of the chosen one ────────────────┐│
 * </pre>
 */
final class RoutesPage extends VBox {
    private final RoutesModel model;
    private final Undoing undoing;
    private final RouteList list;
    private final ScrollPane place = new ScrollPane();
    private final Chip state = new Chip();
    private final StringProperty others = new SimpleStringProperty("");
    private final Button apply = new Button(Strings.of("routes.apply"));
    private final Button revert = new Button(Strings.of("routes.revert"));
    private final Optional<Supplier<@Nullable Path>> chooser;
    private @Nullable RouteForm form;

    /** @param folders remembers where files were chosen; empty when they are on another machine */
    RoutesPage(RoutesModel model, Undoing undoing, Optional<Memory> folders) {
        this.model = model;
        this.undoing = undoing;
        chooser = folders.map(memory -> new SaveDialog(this, memory))
                .map(dialog -> () -> dialog.askExisting(Strings.of("route.files"), "*.pem", "*.crt", "*.cer", "*.key"));
        list = new RouteList(model, undoing);
        getStyleClass().add("routes-page");
        place.setFitToWidth(true);
        place.getStyleClass().add("plain-scroll");
        HBox.setHgrow(place, Priority.ALWAYS);
        HBox parts = new HBox(list, place);
        parts.getStyleClass().add("routes-parts");
        VBox.setVgrow(parts, Priority.ALWAYS);
        Label hint = new Label(Strings.of("routes.hint"));
        hint.getStyleClass().add("muted");
        hint.setWrapText(true);
        hint.setMinHeight(Region.USE_PREF_SIZE);
        getChildren().addAll(head(), hint, new MessageLabel(model.message(), "broken"),
                new MessageLabel(others, "broken"), parts);
        list.list().getSelectionModel().selectedItemProperty().subscribe(this::show);
        model.version().subscribe(now -> tell());
        Sight.whenShown(this, model::look);
        // Whoever comes back from elsewhere may have mended a file there.
        sceneProperty().flatMap(Scene::windowProperty).flatMap(Window::focusedProperty).subscribe(focused -> {
            if (Boolean.TRUE.equals(focused) && Sight.isShown(this)) {
                model.look();
            }
        });
    }

    private HBox head() {
        state.setId("routes-state");
        state.setMinWidth(Region.USE_PREF_SIZE);
        apply.setId("routes-apply");
        apply.getStyleClass().add("accent");
        apply.setOnAction(e -> model.apply(before -> undoing.done(this, Strings.of("routes.applied"),
                () -> model.replace(before, () -> {}))));
        revert.setId("routes-revert");
        revert.setOnAction(e -> model.revert());
        CopyButton copy = new CopyButton(Strings.of("routes.copy"), () -> RoutesYaml.of(model.check().routes()));
        copy.disableProperty().bind(apply.disabledProperty().and(revert.disabledProperty().not()));
        HBox head = new HBox(state, FitLine.gap(), copy, revert, apply);
        head.getStyleClass().add("section-head");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private void show(@Nullable RouteDraft draft) {
        if (draft == null) {
            form = null;
            place.setContent(new EmptyState(Feather.GIT_BRANCH, Strings.of("routes.choose"),
                    Strings.of("routes.choose.text")));
        } else {
            RouteForm fields = new RouteForm("route", draft, List.of(RouteField.Part.values()), chooser);
            form = fields;
            place.setContent(fields);
            place.setVvalue(0);
        }
        tell();
    }

    private void tell() {
        RoutesCheck check = model.check();
        int index = list.list().getSelectionModel().getSelectedIndex();
        if (form != null) {
            form.show(check.wrong(index));
        } else if (!model.drafts().isEmpty() && index < 0) {
            list.list().getSelectionModel().selectFirst();
        }
        long wrong = check.wrong().stream().filter(fields -> !fields.isEmpty()).count();
        others.set(String.join("\n", check.others()));
        if (wrong > 0) {
            state.show(wrong == 1 ? Strings.of("routes.wrong.one") : Strings.of("routes.wrong", Units.count(wrong)),
                    "broken");
        } else {
            state.show(Strings.of(model.changed() ? "routes.changed" : "routes.in.force"),
                    model.changed() ? "held" : "open");
        }
        apply.setDisable(!model.canApply());
        revert.setDisable(!model.changed());
    }
}
