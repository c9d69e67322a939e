package dev.socketscope.app.overview;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** The stations of the tunnel side by side, with a line between each two. */
final class TunnelRow extends HBox {
    private final LegMenu menu;
    private Tunnel shown = new Tunnel(List.of(), List.of());

    TunnelRow(LegMenu menu) {
        this.menu = menu;
        getStyleClass().add("tunnel");
        setAlignment(Pos.CENTER_LEFT);
    }

    /** What is there already stays and changes its words, so that an open menu is not lost. */
    void show(Tunnel tunnel) {
        if (tunnel.equals(shown)) {
            return;
        }
        if (tunnel.hops().size() != shown.hops().size()) {
            build(tunnel.hops().size());
        }
        shown = tunnel;
        for (int i = 0; i < getChildren().size(); i++) {
            Node part = getChildren().get(i);
            if (part instanceof HopBox hop) {
                hop.show(tunnel.hops().get(i / 2));
            } else if (part instanceof LegLine line) {
                line.show(tunnel.links().get(i / 2));
            }
        }
    }

    private void build(int hops) {
        getChildren().clear();
        for (int i = 0; i < hops; i++) {
            if (i > 0) {
                getChildren().add(new LegLine(menu));
            }
            HopBox hop = new HopBox();
            HBox.setHgrow(hop, Priority.ALWAYS);
            getChildren().add(hop);
        }
    }
}
