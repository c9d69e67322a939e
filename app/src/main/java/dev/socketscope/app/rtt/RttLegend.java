package dev.socketscope.app.rtt;

import dev.socketscope.app.controls.FitLine;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.ToneClass;
import dev.socketscope.app.controls.Units;
import dev.socketscope.engine.api.Leg;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** Which colour is which leg, and what the pings in sight say together. */
final class RttLegend {
    private static final PseudoClass SOME = PseudoClass.getPseudoClass("some");

    private final List<Label> client = List.of(leg(), leg());
    private final List<Label> upstream = List.of(leg(), leg());
    private final List<ToneClass> clientTones = client.stream().map(ToneClass::new).toList();
    private final List<ToneClass> upstreamTones = upstream.stream().map(ToneClass::new).toList();
    private final HBox words = box(client.getFirst(), upstream.getFirst());
    private final HBox dashes = box(client.getLast(), upstream.getLast());
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

    /** What stands at the left of a line, and at its right; what the line cannot hold is said shorter or not at all. */
    FitLine line(Node title, Node... tools) {
        FitLine line = new FitLine(title, words, dashes, most, FitLine.gap(), summary, missed);
        line.getChildren().addAll(tools);
        line.mayBe(words, dashes);
        line.mayGo(summary);
        line.mayGo(missed);
        line.mayGo(dashes);
        line.mayGo(most);
        return line;
    }

    /**
     * @param many whether connections have colours, and not the legs
     * @param from microseconds
     */
    void show(List<LegLine> lines, boolean many, long from, long to) {
        RttStats all = RttStats.of(lines.stream().map(LegLine::points).toList(), from, to);
        tell(client, many ? "╍" : "━", "rtt.client", of(lines, Leg.CLIENT, from, to));
        tell(upstream, "━", "rtt.upstream", of(lines, Leg.UPSTREAM, from, to));
        clientTones.forEach(tone -> tone.show(many ? "muted" : "to-upstream"));
        upstreamTones.forEach(tone -> tone.show(many ? "muted" : "to-client"));
        summary.setText(Strings.of("rtt.summary", RttStats.millis(all.p50()), RttStats.millis(all.p99())));
        missed.setText(Strings.of("rtt.missed.count", Units.count(all.missed())));
        missed.pseudoClassStateChanged(SOME, all.missed() > 0);
    }

    /** Says how many connections have a line when not all can. */
    void connections(int shown, int all) {
        most.setText(shown == all ? ""
                : Strings.of("rtt.most", Units.count(shown), Units.count(all), Units.count(all - shown)));
    }

    private static RttStats of(List<LegLine> lines, Leg leg, long from, long to) {
        return RttStats.of(lines.stream().filter(line -> line.leg() == leg).map(LegLine::points).toList(), from, to);
    }

    private static void tell(List<Label> labels, String stroke, String key, RttStats stats) {
        labels.getFirst().setText(stroke + " " + Strings.of(key));
        labels.getLast().setText(stroke);
        String help = Strings.of("rtt.leg.tooltip", Strings.of(key), RttStats.millis(stats.p50()),
                RttStats.millis(stats.p90()), RttStats.millis(stats.p95()), RttStats.millis(stats.p99()),
                RttStats.millis(stats.most()), Units.count(stats.answered()), Units.count(stats.missed()));
        for (Label label : labels) {
            label.getTooltip().setText(help);
            label.setAccessibleText(help);
        }
    }

    private static HBox box(Label client, Label upstream) {
        HBox box = new HBox(client, upstream);
        box.getStyleClass().add("chart-legend");
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private static Label leg() {
        Label label = new Label();
        label.setTooltip(new Tooltip());
        return label;
    }
}
