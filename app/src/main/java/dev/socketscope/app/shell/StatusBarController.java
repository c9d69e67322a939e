package dev.socketscope.app.shell;

import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.Units;
import dev.socketscope.app.live.Live;
import dev.socketscope.app.live.LiveState;
import dev.socketscope.app.live.Rates;
import dev.socketscope.engine.api.Counters;
import dev.socketscope.engine.api.ServiceLevel;
import dev.socketscope.engine.api.ServiceLevel.Kind;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.controlsfx.control.StatusBar;

/** Figures that are always live, also while the panels are paused. */
public final class StatusBarController {
    @FXML
    private StatusBar bar;

    private final Live live;
    private final Region dot = new Region();
    private final Figure active = new Figure("status-active");
    private final Figure up = new Figure("status-up");
    private final Figure down = new Figure("status-down");
    private final Figure success = new Figure("status-success");
    private final Figure reconnects = new Figure("status-reconnects");
    private final Figure latency = new Figure("status-latency");
    private final Figure pongs = new Figure("status-pongs");
    private final Figure http = new Figure("status-http");
    private final Figure failed = new Figure("status-failed");
    private final Figure errors = new Figure("status-errors");
    private final Figure capture = new Figure("status-capture");
    private final Tooltip captured = new Tooltip();

    StatusBarController(Live live) {
        this.live = live;
    }

    @FXML
    private void initialize() {
        bar.setFocusTraversable(false);
        dot.getStyleClass().addAll("status-dot", "open");
        up.setTooltip(new Tooltip(Strings.of("status.up.tooltip")));
        down.setTooltip(new Tooltip(Strings.of("status.down.tooltip")));
        capture.setTooltip(captured);
        bar.getLeftItems().addAll(dot, active, up, down, success, reconnects, latency, pongs);
        bar.getRightItems().addAll(http, failed, errors, capture);
        FigureFit fit = new FigureFit(bar,
                List.of(active, up, down, success, reconnects, latency, pongs, http, failed, errors, capture),
                List.of(http, latency, reconnects, failed, success, pongs, errors));
        live.latest().subscribe(state -> {
            show(state);
            fit.fit();
        });
    }

    private void show(LiveState state) {
        Counters counters = state.counters();
        active.show("", Units.count(counters.activeConnections()),
                Strings.of("status.active", Units.count(counters.totalConnections())));
        rate(up, "↑", state.toUpstream());
        rate(down, "↓", state.toClient());
        http.show(Strings.of("status.http"), Units.count(counters.httpRequests()), "");
        failed.show(Strings.of("status.failed"), Units.count(counters.failedHandshakes()), "");
        failed.alarm(counters.failedHandshakes() > 0);
        errors.show(Strings.of("status.errors"), Units.count(counters.errors()), "");
        errors.alarm(counters.errors() > 0);
        level(success, Kind.CONNECTION_SUCCESS, "status.success", state);
        level(reconnects, Kind.RECONNECTIONS, "status.reconnects", state);
        level(latency, Kind.MESSAGE_LATENCY, "status.latency", state);
        level(pongs, Kind.PING_PONG, "status.pongs", state);
        capture(counters);
    }

    /** A level that was never measured has nothing to say. */
    private static void level(Figure figure, Kind kind, String key, LiveState state) {
        ServiceLevel level = state.readings().level(kind);
        boolean known = !Double.isNaN(level.value());
        figure.want(known);
        if (known) {
            figure.show(Strings.of(key), Units.decimal(level.value()) + " " + kind.unit(), "");
            figure.alarm(level.alerting());
        }
    }

    private static void rate(Figure figure, String arrow, Rates rates) {
        figure.show(arrow, Units.perSecond(rates.messages()),
                Strings.of("status.messages") + " · " + Strings.of("status.bytes", Units.bytes(rates.bytes())));
    }

    private void capture(Counters counters) {
        String bound = Units.bytes(live.engine().info().capture().maxBytes());
        String used = Units.bytes(counters.captureBytes()) + " / " + bound;
        String evicted = Units.count(counters.framesEvicted());
        capture.show(Strings.of("status.capture"), used,
                counters.framesEvicted() == 0 ? "" : Strings.of("status.evicted", evicted));
        captured.setText(Strings.of("status.capture.tooltip", Units.count(counters.framesCaptured()), evicted, bound));
    }
}
