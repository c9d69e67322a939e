package dev.socketscope.app.controls;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.beans.Observable;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/** The colours of a {@link TimelineChart}, as the style sheets give them. */
final class TonePaints {
    private static final StyleablePropertyFactory<TimelineChart> FACTORY = new StyleablePropertyFactory<>(
            Region.getClassCssMetaData());

    private final Map<Tone, StyleableProperty<Color>> tones = new EnumMap<>(Tone.class);
    private final StyleableProperty<Color> text;
    private final StyleableProperty<Color> line;
    private final StyleableProperty<Color> chosen;

    TonePaints(TimelineChart chart, Runnable changed) {
        for (Tone tone : Tone.values()) {
            tones.put(tone, listened(FACTORY.createStyleableColorProperty(chart, "tone" + tone,
                    "-ss-tone-" + tone.name().toLowerCase(Locale.ROOT), any -> any.paints().tones.get(tone),
                    Color.GRAY), changed));
        }
        text = listened(FACTORY.createStyleableColorProperty(chart, "text", "-ss-timeline-text",
                any -> any.paints().text, Color.GRAY), changed);
        line = listened(FACTORY.createStyleableColorProperty(chart, "line", "-ss-timeline-line",
                any -> any.paints().line, Color.GRAY), changed);
        chosen = listened(FACTORY.createStyleableColorProperty(chart, "chosen", "-ss-timeline-chosen",
                any -> any.paints().chosen, Color.TRANSPARENT), changed);
    }

    static List<CssMetaData<? extends Styleable, ?>> metaData() {
        return FACTORY.getCssMetaData();
    }

    Color of(Tone tone) {
        return Objects.requireNonNull(tones.get(tone)).getValue();
    }

    Color text() {
        return text.getValue();
    }

    Color line() {
        return line.getValue();
    }

    Color chosen() {
        return chosen.getValue();
    }

    private static StyleableProperty<Color> listened(StyleableProperty<Color> property, Runnable changed) {
        if (property instanceof Observable observable) {
            observable.addListener(any -> changed.run());
        }
        return property;
    }
}
