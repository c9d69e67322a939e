package dev.socketscope.app.controls;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.DoubleBinding;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableDoubleValue;
import javafx.scene.Scene;

/** Theme, density and text size: changed live, and remembered. JavaFX thread only. */
public final class Appearance {
    public static final int DEFAULT_FONT_SIZE = 13;
    public static final int DEFAULT_DATA_SIZE = 12;
    public static final int SMALLEST_FONT = 11;
    public static final int LARGEST_FONT = 18;
    /** Selectors that are as specific as those that give these places the bundled font. */
    private static final List<String> DATA_PLACES = List.of(".data", ".inked-text > .ink", ".line-view > .ink",
            ".log-table .table-cell.frame-time", ".log-table .table-cell.frame-connection",
            ".log-table .table-cell.frame-type", ".log-table .table-cell.frame-type:quiet");
    private static final double ROOMY = 2.3;
    private static final double TIGHT = 1.85;

    /** Which colours. */
    public enum Theme {
        DARK, LIGHT, SYSTEM
    }

    /** How tight. */
    public enum Density {
        COMFORTABLE, COMPACT
    }

    private final Memory memory;
    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.DARK);
    private final ObjectProperty<Density> density = new SimpleObjectProperty<>(Density.COMFORTABLE);
    private final IntegerProperty fontSize = new SimpleIntegerProperty(DEFAULT_FONT_SIZE);
    private final StringProperty dataFont = new SimpleStringProperty(Fonts.DATA);
    private final IntegerProperty dataSize = new SimpleIntegerProperty(DEFAULT_DATA_SIZE);
    private final BooleanBinding dark;
    // Held here: a binding that only has subscribers is collected with the garbage.
    private final DoubleBinding rowHeight;

    public Appearance(Memory memory) {
        this.memory = memory;
        recall();
        var system = Platform.getPreferences().colorSchemeProperty();
        dark = Bindings.createBooleanBinding(
                () -> theme.get() == Theme.DARK || theme.get() == Theme.SYSTEM && system.get() == ColorScheme.DARK,
                theme, system);
        rowHeight = Bindings.createDoubleBinding(
                () -> (double) Math.round(
                        Math.max(fontSize.get(), dataSize.get()) * (density.get() == Density.COMPACT ? TIGHT : ROOMY)),
                density,
                fontSize, dataSize);
        dataFont.subscribe(value -> memory.put("look.data.family", value));
        dataSize.subscribe(value -> memory.put("look.data.size", value.intValue()));
        theme.subscribe(value -> memory.put("look.theme", name(value)));
        density.subscribe(value -> memory.put("look.density", name(value)));
        fontSize.subscribe(value -> memory.put("look.font", value.intValue()));
    }

    public ObjectProperty<Theme> theme() {
        return theme;
    }

    public ObjectProperty<Density> density() {
        return density;
    }

    /** Pixels, {@value #SMALLEST_FONT} to {@value #LARGEST_FONT}. */
    public IntegerProperty fontSize() {
        return fontSize;
    }

    /** Family of the font for frames, payloads and other data. */
    public StringProperty dataFont() {
        return dataFont;
    }

    /** Its size in pixels, {@value #SMALLEST_FONT} to {@value #LARGEST_FONT}. */
    public IntegerProperty dataSize() {
        return dataSize;
    }

    /** Whether dark colours are in force now. */
    public BooleanBinding dark() {
        return dark;
    }

    /** Height of a table's row in pixels. */
    public ObservableDoubleValue rowHeight() {
        return rowHeight;
    }

    /** Takes what is remembered by now, which another window may have changed. */
    public void recall() {
        theme.set(remembered(Theme.class, "theme", Theme.DARK));
        density.set(remembered(Density.class, "density", Density.COMFORTABLE));
        fontSize.set(rememberedFont("look.font", DEFAULT_FONT_SIZE));
        dataFont.set(memory.text("look.data.family").orElse(Fonts.DATA));
        dataSize.set(rememberedFont("look.data.size", DEFAULT_DATA_SIZE));
    }

    /** As it is before anybody changes it. @return what takes that back */
    public Runnable reset() {
        Runnable back = restoring();
        theme.set(Theme.DARK);
        density.set(Density.COMFORTABLE);
        fontSize.set(DEFAULT_FONT_SIZE);
        dataFont.set(Fonts.DATA);
        dataSize.set(DEFAULT_DATA_SIZE);
        return back;
    }

    private Runnable restoring() {
        Theme colours = theme.get();
        Density rows = density.get();
        int size = fontSize.get();
        String family = dataFont.get();
        int data = dataSize.get();
        return () -> {
            theme.set(colours);
            density.set(rows);
            fontSize.set(size);
            dataFont.set(family);
            dataSize.set(data);
        };
    }

    /** Keeps a scene, and the pop-ups over it, in the present look. */
    public void dress(Scene scene) {
        Runnable apply = () -> {
            Application.setUserAgentStylesheet(
                    (dark.get() ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet());
            scene.getStylesheets().setAll(sheets());
        };
        dark.subscribe(now -> apply.run());
        density.subscribe((before, now) -> apply.run());
        fontSize.subscribe((before, now) -> apply.run());
        dataFont.subscribe((before, now) -> apply.run());
        dataSize.subscribe((before, now) -> apply.run());
    }

    private List<String> sheets() {
        return List.of(sheet(dark.get() ? "tokens-dark" : "tokens-light"), sheet("app"), sheet("controls"),
                sheet("logo"),
                sheet("shell"), sheet("panels"), sheet("frames"), sheet("charts"), sheet("faults"), sheet("scenarios"),
                sheet("composer"),
                sheet(name(density.get())),
                fontSheet());
    }

    private static String sheet(String name) {
        return Resources.url("css/" + name + ".css").toExternalForm();
    }

    /** Pop-ups have roots of their own, so the size comes from a stylesheet and not from a style of one root. */
    private String fontSheet() {
        String css = ".root { -fx-font-size: " + fontSize.get() + "px; }\n"
                + String.join(", ", DATA_PLACES) + " { -fx-font-family: \"" + dataFont.get().replace("\"", "")
                + "\"; -fx-font-size: " + dataSize.get() + "px; }";
        return "data:text/css;base64,"
                + Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.UTF_8));
    }

    private <E extends Enum<E>> E remembered(Class<E> type, String key, E otherwise) {
        return memory.text("look." + key)
                .flatMap(name -> List.of(type.getEnumConstants())
                        .stream()
                        .filter(value -> name(value).equals(name))
                        .findFirst())
                .orElse(otherwise);
    }

    private int rememberedFont(String key, int otherwise) {
        return Math.clamp((int) memory.number(key).orElse(otherwise), SMALLEST_FONT, LARGEST_FONT);
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
