package dev.socketscope.app.faults;

import dev.socketscope.app.controls.FitLine;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.Units;
import dev.socketscope.app.scope.Scopes;
import dev.socketscope.engine.api.FaultStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What is cut now, since when, and until when; and the button that restores all of it. */
final class CutList extends HBox {
    private static final int SHOWN = 5;

    private final CutModel model;
    private final VBox lines = new VBox();
    private Instant now = Instant.EPOCH;

    CutList(CutModel model) {
        this.model = model;
        getStyleClass().addAll("section-head", "cut-list");
        lines.setId("cut-link-state");
        Button restore = new Button();
        restore.setId("cut-link-restore");
        restore.setMinWidth(Region.USE_PREF_SIZE);
        restore.setOnAction(e -> model.restore());
        getChildren().addAll(lines, FitLine.gap(), restore);
        model.cuts().subscribe(cuts -> {
            restore.setText(Strings.of(cuts.size() > 1 ? "faults.restore.all" : "faults.restore"));
            restore.setDisable(cuts.isEmpty());
            show(cuts);
        });
    }

    void tell(Instant at) {
        now = at;
        show(model.cuts().get());
    }

    private void show(List<FaultStatus> cuts) {
        int wanted = Math.max(1, Math.min(cuts.size(), SHOWN + 1));
        while (lines.getChildren().size() > wanted) {
            lines.getChildren().removeLast();
        }
        while (lines.getChildren().size() < wanted) {
            lines.getChildren().add(new Label());
        }
        for (int i = 0; i < wanted; i++) {
            Label line = (Label) lines.getChildren().get(i);
            line.getStyleClass().setAll("label", "figures", cuts.isEmpty() ? "muted" : "broken");
            line.setText(cuts.isEmpty() ? Strings.of("faults.cut.nothing")
                    : i == SHOWN ? Strings.of("faults.cut.more", Units.count(cuts.size() - (long) SHOWN))
                            : words(cuts.get(i)));
        }
    }

    /** {@code /ws/telemetry: upstream leg, TCP reset · for 14 s · back in 12 s}. */
    private String words(FaultStatus cut) {
        Instant since = cut.armed().startsAt();
        String line = Strings.of("faults.cut.line", Scopes.words(cut.armed().fault().match()),
                SpecWords.of(cut.armed().spec()),
                Units.span(now.isAfter(since) ? Duration.between(since, now) : Duration.ZERO));
        return cut.expiresAt() == null ? line : line + Strings.of("faults.cut.back", FaultWords.left(cut, now));
    }
}
