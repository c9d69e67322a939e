package dev.socketscope.app.composer;

import dev.socketscope.app.actions.Undoing;
import dev.socketscope.app.controls.Appearance;
import dev.socketscope.app.controls.Badge;
import dev.socketscope.app.controls.FitLine;
import dev.socketscope.app.controls.FollowTable;
import dev.socketscope.app.controls.Memory;
import dev.socketscope.app.controls.Quantity;
import dev.socketscope.app.controls.Sections;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.Units;
import dev.socketscope.app.scope.Scopes;
import dev.socketscope.engine.api.Breakpoint;
import dev.socketscope.engine.api.BreakpointStatus;
import java.time.Instant;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Every breakpoint, whoever has set it, and what it holds. */
final class BreakpointsCard extends VBox {
    private final BreakpointsModel model;
    private final Undoing undoing;
    private final FollowTable<BreakpointStatus> table;
    private final StringProperty count = new SimpleStringProperty("");
    private final Button clear = new Button(Strings.of("composer.breakpoints.clear"));
    private final Button again = new Button(Strings.of("composer.breakpoints.again"));

    BreakpointsCard(BreakpointsModel model, Appearance appearance, Memory memory, Undoing undoing) {
        this.model = model;
        this.undoing = undoing;
        table = new FollowTable<>("breakpoint-table", "composer.breakpoints", Feather.PAUSE_CIRCLE,
                appearance.rowHeight(),
                BreakpointStatus::id);
        getStyleClass().addAll("card", "table-card");
        columns(memory);
        clear.setId("breakpoints-clear");
        clear.setMinWidth(Region.USE_PREF_SIZE);
        clear.setOnAction(e -> undoing.done(this, Strings.of("undo.breakpoints"), model.clearAll()));
        again.setId("breakpoints-again");
        again.setMinWidth(Region.USE_PREF_SIZE);
        again.setTooltip(new Tooltip(Strings.of("composer.breakpoints.again.tooltip")));
        again.setOnAction(e -> model.setAgain());
        again.managedProperty().bind(again.visibleProperty());
        model.cleared().subscribe(gone -> again.setVisible(!gone.isEmpty()));
        HBox head = new HBox(Sections.title("composer.breakpoints"), new Badge(count), FitLine.gap(), again, clear);
        head.getStyleClass().add("section-head");
        head.setAlignment(Pos.CENTER_LEFT);
        VBox.setVgrow(table.node(), Priority.ALWAYS);
        getChildren().addAll(head, table.node());
        show(List.of(), Instant.EPOCH);
    }

    void show(List<BreakpointStatus> breakpoints, Instant at) {
        count.set(breakpoints.isEmpty() ? "" : Units.count(breakpoints.size()));
        clear.setDisable(breakpoints.isEmpty());
        table.show(breakpoints, at);
    }

    private void columns(Memory memory) {
        table.text("what", 138, BreakpointsCard::what, "data");
        table.text("holding", 70, status -> Units.count(status.holding()), "figures", "held", "right");
        table.text("held", 62, BreakpointsCard::held, "figures", "right");
        table.text("time", 62, status -> Quantity.span(status.breakpoint().holdFor()), "figures", "muted", "right");
        table.button("clear", Feather.X, Strings.of("composer.breakpoints.clear.one"), status -> true,
                this::clear);
        table.fit(memory, List.of("time"), "what");
        table.onDelete(this::clear);
    }

    private void clear(BreakpointStatus status) {
        undoing.done(this, Strings.of("undo.breakpoint", what(status)), model.clear(status.id()));
    }

    /** Its label, if it has one, and what it holds. */
    private static String what(BreakpointStatus status) {
        Breakpoint breakpoint = status.breakpoint();
        String scope = Scopes.allWords(breakpoint.match());
        return breakpoint.label().isEmpty() ? scope : breakpoint.label() + " · " + scope;
    }

    private static String held(BreakpointStatus status) {
        Integer most = status.breakpoint().count();
        return most == null ? Units.count(status.held())
                : Strings.of("composer.breakpoints.of", Units.count(status.held()), Units.count(most));
    }
}
