package dev.socketscope.app.connections;

import dev.socketscope.app.controls.Sparkline;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.Units;
import dev.socketscope.app.live.LiveConnection;
import dev.socketscope.app.live.Trend;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** The last half minute as a line; the tooltip has the figures. */
final class RateCell extends LineCell {
    private final Sparkline line = new Sparkline(Trend.POINTS);
    private final Tooltip tooltip = new Tooltip();
    private @Nullable Trend drawn;

    @Override
    void show(LiveConnection item) {
        Trend trend = item.trend();
        if (trend != drawn) {
            drawn = trend;
            line.show(trend.size(), trend::at, trend.peak());
        }
        tooltip.setText(Strings.of("rate.tooltip", Units.perSecond(item.toUpstream().messages()),
                Units.perSecond(item.toClient().messages()), Units.perSecond(trend.peak())));
        setTooltip(tooltip);
        setAccessibleText(tooltip.getText());
        setText(null);
        setGraphic(line);
    }

    @Override
    void show(Totals group) {
        clear();
        setText(group.live() == 0 ? "" : Strings.of("rate.sum", Units.perSecond(group.perSecond())));
    }
}
