package dev.socketscope.app.controls;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;

/** The colours of a {@link LineView}, as the style sheets give them: {@code -ss-ink-…} and {@code -ss-shade-…}. */
final class LinePaints {
    private static final StyleablePropertyFactory<LineView> FACTORY = new StyleablePropertyFactory<>(
            Region.getClassCssMetaData());
    private final Map<Ink, StyleableProperty<Paint>> inks = new EnumMap<>(Ink.class);
    private final Map<Shade, StyleableProperty<Paint>> shades = new EnumMap<>(Shade.class);

    LinePaints(LineView view) {
        for (Ink ink : Ink.values()) {
            inks.put(ink, FACTORY.createStyleablePaintProperty(view, "ink" + ink, "-ss-ink-" + ink.cssName(),
                    any -> any.paints().inks.get(ink), Color.GRAY));
        }
        for (Shade shade : Shade.values()) {
            shades.put(shade, FACTORY.createStyleablePaintProperty(view, "shade" + shade, shade.cssName(),
                    any -> any.paints().shades.get(shade), Color.TRANSPARENT));
        }
    }

    static List<CssMetaData<? extends Styleable, ?>> metaData() {
        return FACTORY.getCssMetaData();
    }

    /** Calls back when the style sheets change a colour. */
    void onChange(Runnable changed) {
        inks.values().forEach(property -> listen(property, changed));
        shades.values().forEach(property -> listen(property, changed));
    }

    Paint of(Ink ink) {
        return Objects.requireNonNull(inks.get(ink)).getValue();
    }

    Paint of(Shade shade) {
        return Objects.requireNonNull(shades.get(shade)).getValue();
    }

    private static void listen(StyleableProperty<Paint> property, Runnable changed) {
        if (property instanceof javafx.beans.Observable observable) {
            observable.addListener(any -> changed.run());
        }
    }
}
