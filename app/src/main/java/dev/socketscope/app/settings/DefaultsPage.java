package dev.socketscope.app.settings;

import dev.socketscope.app.actions.Undoing;
import dev.socketscope.app.controls.FitLine;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.settings.RouteField.Part;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** How new routes are kept alive and carried over losses. */
final class DefaultsPage extends VBox {
    DefaultsPage(RouteDefaults defaults, RoutesModel routes, Undoing undoing) {
        getStyleClass().add("routes-page");
        Label hint = new Label(Strings.of("defaults.hint"));
        hint.getStyleClass().add("muted");
        hint.setWrapText(true);
        hint.setMinHeight(Region.USE_PREF_SIZE);
        Button all = new Button(Strings.of("defaults.all"));
        all.setId("defaults-all");
        all.setOnAction(e -> routes.setAll(RouteDefaults.FIELDS, defaults.fresh()));
        Button reset = new Button(Strings.of("settings.reset"));
        reset.setId("defaults-reset");
        reset.setOnAction(e -> undoing.done(this, Strings.of("defaults.were.reset"), defaults.reset()));
        HBox head = new HBox(hint, FitLine.gap(), all, reset);
        head.getStyleClass().add("section-head");
        HBox.setHgrow(hint, Priority.ALWAYS);
        all.setMinWidth(Region.USE_PREF_SIZE);
        reset.setMinWidth(Region.USE_PREF_SIZE);
        RouteForm form = new RouteForm("default", defaults.draft(), List.of(Part.ALIVE, Part.AWAY), Optional.empty());
        defaults.wrong().subscribe(form::show);
        ScrollPane place = new ScrollPane(form);
        place.setFitToWidth(true);
        place.getStyleClass().add("plain-scroll");
        VBox.setVgrow(place, Priority.ALWAYS);
        getChildren().addAll(head, place);
    }
}
