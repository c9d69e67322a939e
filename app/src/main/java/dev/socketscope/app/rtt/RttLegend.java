package dev.socketscope.app.rtt;

import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.Units;
import dev.socketscope.engine.api.Leg;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** Which colour is which leg, and what the pings in sight say together. */
final class RttLegend {
    private static final PseudoClass SOME = PseudoClass.getPseudoClass("some");

    private final Label client = leg("to-upstream");
    private final Label upstream = leg("to-client");
    private final Label summary = new Label();
    private final Label missed = new Label();
    private final Label most = new Label();

    /** @param id tells it from others for tests */
    RttLegend(String id) {
        summary.setId(id + "-summary");
        summary.getStyleClass().addAll("muted", "figures");
        missed.getStyleClass().addAll("chart-missed", "figures");
        missed.setMinWidth(Region.USE_PREF_SIZE);
        most.getStyleClass().add("faint");
        summary.setTooltip(new Tooltip(Strings.of("rtt.summary.tooltip")));
    }

    HBox legs() {
        HBox box = new HBox(client, upstream, most);
        box.getStyleClass().add("chart-legend");
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    HBox summary() {
        HBox box = new HBox(summary, missed);
        box.getStyleClass().add("chart-summary");
        box.setAlignment(Pos.CENTER_RIGHT);
        return box;
    }

    /** @param from microseconds */
    void show(List<LegLine> lines, long from, long to) {
        RttStats all = RttStats.of(lines.stream().map(LegLine::points).toList(), from, to);
        tell(client, "rtt.client", of(lines, Leg.CLIENT, from, to));
        tell(upstream, "rtt.upstream", of(lines, Leg.UPSTREAM, from, to));
        summary.setText(Strings.of("rtt.summary", millis(all.p50()), millis(all.p99())));
        missed.setText(Strings.of("rtt.missed.count", Units.count(all.missed())));
        missed.pseudoClassStateChanged(SOME, all.missed() > 0);
    }

    /** Says how many connections have a line when not all can. */
    void connections(int shown, int all) {
        most.setText(shown == all ? "" : Strings.of("rtt.most", Units.count(shown), Units.count(all)));
    }

    private static RttStats of(List<LegLine> lines, Leg leg, long from, long to) {
        return RttStats.of(lines.stream().filter(line -> line.leg() == leg).map(LegLine::points).toList(), from, to);
    }

    private static void tell(Label label, String key, RttStats stats) {
        label.setText("━ " + Strings.of(key));
        label.getTooltip()
                .setText(Strings.of("rtt.leg.tooltip", Strings.of(key), millis(stats.p50()), millis(stats.p99()),
                        Units.count(stats.answered()), Units.count(stats.missed())));
    }

    private static Label leg(String style) {
        Label label = new Label();
        label.getStyleClass().add(style);
        label.setTooltip(new Tooltip());
        return label;
    }

    private static String millis(double millis) {
        return Double.isNaN(millis) ? Units.NOTHING : Units.millis(Math.round(millis * 1_000));
    }
}
