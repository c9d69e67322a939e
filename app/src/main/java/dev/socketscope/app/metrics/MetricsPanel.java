package dev.socketscope.app.metrics;

import dev.socketscope.app.controls.Appearance;
import dev.socketscope.app.controls.Lazy;
import dev.socketscope.app.controls.Memory;
import dev.socketscope.app.controls.PanelSlot;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.live.Metrics;
import org.kordamp.ikonli.feather.Feather;

/**
 * Every metric of a place: a list that can be searched, and the one that is chosen over time. Their history begins before anybody looks.
 * JavaFX thread only.
 */
public final class MetricsPanel {
    private final MetricsModel model = new MetricsModel();
    private final Lazy<MetricsView> view;

    public MetricsPanel(Metrics metrics, Appearance appearance, Memory memory) {
        view = new Lazy<>(() -> new MetricsView(metrics, model, appearance, memory));
        metrics.watched(false);
        metrics.latest().subscribe(attempt -> {
            if (attempt != Metrics.Attempt.NONE) {
                model.add(attempt);
            }
            view.made().ifPresent(MetricsView::refresh);
        });
    }

    public PanelSlot slot() {
        return new PanelSlot("metrics", Strings.of("metrics.title"), Feather.BAR_CHART_2, view::get);
    }

    /** Shows a family, if it is there, in a panel that has been opened. */
    public void choose(String name) {
        view.made().ifPresent(seen -> seen.choose(name));
    }

    MetricsModel model() {
        return model;
    }
}
