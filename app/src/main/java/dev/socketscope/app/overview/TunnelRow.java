package dev.socketscope.app.overview;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The stations of the tunnel side by side, with a line between each two. */
final class TunnelRow extends HBox {
    private static final double STATION = 104;
    private static final double LINE = 76;
    private Tunnel shown = new Tunnel(List.of(), List.of());

    TunnelRow() {
        getStyleClass().add("tunnel");
        setAlignment(Pos.CENTER_LEFT);
    }

    void show(Tunnel tunnel) {
        if (tunnel.equals(shown)) {
            return;
        }
        shown = tunnel;
        getChildren().clear();
        for (int i = 0; i < tunnel.hops().size(); i++) {
            getChildren().add(station(tunnel.hops().get(i)));
            if (i < tunnel.links().size()) {
                getChildren().add(line(tunnel.links().get(i)));
            }
        }
    }

    private static Node station(Hop hop) {
        Label title = label(hop.title(), "section-title");
        Label place = label(hop.place(), "data", "muted");
        Label note = label(hop.note(), hop.tone(), "tunnel-note");
        VBox box = new VBox(title, place, note);
        box.getStyleClass().add("hop");
        box.setMinWidth(STATION);
        box.setPrefWidth(STATION * 1.5);
        HBox.setHgrow(box, Priority.ALWAYS);
        box.setAccessibleText(hop.title() + " " + hop.place() + " " + hop.note());
        return box;
    }

    private static Node line(Link link) {
        Region stroke = new Region();
        stroke.getStyleClass().addAll("hop-line", link.tone());
        VBox box = new VBox(label(link.above(), "figures", link.tone(), "tunnel-note"), stroke,
                label(link.below(), "figures", link.tone(), "tunnel-note"));
        box.setAlignment(Pos.CENTER);
        box.getStyleClass().add("hop-link");
        box.setMinWidth(LINE);
        box.setPrefWidth(LINE * 1.4);
        return box;
    }

    private static Label label(String text, String... styles) {
        Label label = new Label(text);
        label.getStyleClass().addAll(styles);
        label.setTooltip(text.isEmpty() ? null : new Tooltip(text));
        return label;
    }
}
