package dev.socketscope.app.overview;

import dev.socketscope.app.controls.PanelSlot;
import dev.socketscope.app.controls.Sight;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.live.Live;
import dev.socketscope.app.live.LiveConnection;
import dev.socketscope.app.live.LiveState;
import dev.socketscope.app.live.Selection;
import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.ServiceLevel.Kind;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The first thing to look at. */
public final class OverviewPanel {
    private final Live live;
    private final Selection selection;
    private final List<LevelCard> levels = Stream.of(Kind.values()).map(LevelCard::new).toList();
    private final TunnelRow tunnel;
    private final ScrollPane node;

    private OverviewPanel(Live live, Selection selection, List<List<Node>> cards, Runnable moreFaults) {
        this.live = live;
        this.selection = selection;
        tunnel = new TunnelRow(new LegMenu(live, moreFaults));
        VBox page = new VBox(title(), side(levels), tunnelCard());
        cards.forEach(row -> page.getChildren().add(side(row)));
        VBox.setVgrow(page.getChildren().getLast(), Priority.ALWAYS);
        page.getStyleClass().add("overview-page");
        node = new ScrollPane(page);
        node.setFitToWidth(true);
        node.setFitToHeight(true);
        node.getStyleClass().add("plain-scroll");
        live.shown().subscribe(state -> show(state));
        selection.connection().subscribe(connection -> show(live.shown().get()));
        Sight.whenShown(node, () -> show(live.shown().get()));
    }

    /**
     * @param cards makes rows of them, those of a row side by side; the last row takes the height that is left
     * @param moreFaults shows all faults with all they can be told
     */
    public static PanelSlot panel(Live live, Selection selection, Supplier<List<List<Node>>> cards,
            Runnable moreFaults) {
        return new PanelSlot("overview", Strings.of("overview.title"), Feather.GRID,
                () -> new OverviewPanel(live, selection, cards.get(), moreFaults).node);
    }

    private void show(LiveState state) {
        if (Sight.isShown(node)) {
            levels.forEach(card -> card.show(state.readings().levels()));
            tunnel.show(Tunnels.of(live.engine().info(), state, example(state)));
        }
    }

    /** The chosen connection, else the newest one. */
    private @Nullable Connection example(LiveState state) {
        LiveConnection chosen = selection.connection().get();
        return chosen != null ? chosen.connection()
                : state.connections().isEmpty() ? null : state.connections().getLast().connection();
    }

    private static Node title() {
        Label title = new Label(Strings.of("overview.title"));
        title.getStyleClass().add("panel-title");
        Label time = new Label(Strings.of("overview.time"));
        time.getStyleClass().add("muted");
        HBox box = new HBox(title, time);
        box.setAlignment(Pos.BASELINE_LEFT);
        box.getStyleClass().add("panel-heading");
        return box;
    }

    private Node tunnelCard() {
        Label title = new Label(Strings.of("overview.tunnel"));
        title.getStyleClass().add("section-title");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label hint = new Label(Strings.of("overview.tunnel.hint"));
        hint.getStyleClass().add("muted");
        // A long way is scrolled in its card, so that everything else keeps its place.
        ScrollPane way = new ScrollPane(tunnel);
        way.setFitToWidth(true);
        way.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        way.setMinSize(0, Region.USE_PREF_SIZE);
        way.setFocusTraversable(false);
        way.getStyleClass().add("tunnel-scroll");
        VBox card = new VBox(new HBox(title, gap, hint), way);
        card.getStyleClass().add("card");
        return card;
    }

    /** All of the same width. */
    private static HBox side(List<? extends Node> parts) {
        HBox row = new HBox();
        row.getStyleClass().add("overview-row");
        for (Node part : parts) {
            HBox.setHgrow(part, Priority.ALWAYS);
            if (part instanceof Region region) {
                region.setPrefWidth(200);
                region.setMinWidth(0);
                region.setMaxWidth(Double.MAX_VALUE);
            }
            row.getChildren().add(part);
        }
        return row;
    }
}
