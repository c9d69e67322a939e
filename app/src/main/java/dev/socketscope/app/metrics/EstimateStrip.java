package dev.socketscope.app.metrics;

import dev.socketscope.engine.api.ServiceLevel.Kind;
import dev.socketscope.engine.prometheus.LevelEstimate;
import dev.socketscope.engine.prometheus.Preset;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** The four service levels side by side. */
final class EstimateStrip extends HBox {
    private final List<EstimateCard> cards = Stream.of(Kind.values()).map(EstimateCard::new).toList();

    EstimateStrip() {
        getStyleClass().addAll("overview-row", "metric-levels");
        for (EstimateCard card : cards) {
            HBox.setHgrow(card, Priority.ALWAYS);
            card.setPrefWidth(240);
            card.setMinWidth(0);
        }
        getChildren().addAll(cards);
    }

    /** @param levels in the order of their kinds */
    void show(List<LevelEstimate> levels, Preset preset) {
        for (int i = 0; i < cards.size(); i++) {
            cards.get(i).show(levels.get(i), preset);
        }
    }
}
