package dev.socketscope.app.timeline;

import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.Tone;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** What the colours of the bars mean. */
final class TimelineLegend extends HBox {
    private static final List<Tone> TONES = List.of(Tone.GOOD, Tone.BROKEN, Tone.WAITING, Tone.TRYING, Tone.HELD,
            Tone.PLANNED);

    TimelineLegend() {
        getStyleClass().add("chart-legend");
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(USE_PREF_SIZE);
        TONES.forEach(tone -> getChildren().add(entry(tone.name().toLowerCase(Locale.ROOT))));
    }

    private static Label entry(String tone) {
        Region swatch = new Region();
        swatch.getStyleClass().addAll("tone-swatch", "tone-" + tone);
        Label label = new Label(Strings.of("timeline.tone." + tone), swatch);
        label.getStyleClass().add("muted");
        return label;
    }
}
