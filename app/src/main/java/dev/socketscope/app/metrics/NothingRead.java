package dev.socketscope.app.metrics;

import dev.socketscope.app.controls.EmptyState;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.live.Metrics.Attempt;
import java.time.Duration;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/** Stands where metrics will be, while none could be read: why, since when, and that it goes on trying. */
final class NothingRead extends StackPane {
    private String told = "";

    NothingRead() {
        setId("metrics-nothing");
        setVisible(false);
    }

    /** @param interval between two scrapes */
    void show(MetricsModel model, Duration interval) {
        setVisible(model.hasNothing());
        if (model.failed() > 0) {
            tell(Feather.CLOUD_OFF, "metrics.unreachable.title", SourceLine.of(model, interval).sentence());
        } else {
            String state = model.last() == Attempt.NONE ? "metrics.first" : "metrics.empty";
            tell(Feather.CLOCK, state, Strings.of(state + ".text"));
        }
    }

    private void tell(Feather icon, String title, String text) {
        if (isVisible() && !text.equals(told)) {
            told = text;
            getChildren().setAll(new EmptyState(icon, Strings.of(title), text));
        }
    }
}
