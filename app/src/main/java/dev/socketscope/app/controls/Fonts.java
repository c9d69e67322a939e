package dev.socketscope.app.controls;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** The bundled fonts. They are loaded before the first scene, so the window needs no font of the system. */
public final class Fonts {
    public static final String TEXT = "Inter";
    public static final String DATA = "JetBrains Mono";
    /** Inter with digits of one width; JavaFX cannot ask the font itself for them. */
    public static final String FIGURES = "Socketscope Figures";

    private static final List<String> FILES = List.of("Inter-Regular.otf", "Inter-Medium.otf", "Inter-SemiBold.otf",
            "Inter-Bold.otf", "JetBrainsMono-Regular.ttf", "JetBrainsMono-Medium.ttf", "JetBrainsMono-Bold.ttf",
            "SocketscopeFigures-Regular.otf", "SocketscopeFigures-Bold.otf");

    private static final double PROBE = 20;

    private Fonts() {}

    /** Families whose characters are all of one width, the bundled one first. It looks at every font of the system. */
    public static List<String> ofOneWidth() {
        Stream<String> others = Font.getFamilies()
                .stream()
                .filter(family -> !family.equals(DATA) && width(family, "iiii") == width(family, "WWWW"));
        return Stream.concat(Stream.of(DATA), others).toList();
    }

    private static double width(String family, String text) {
        Text measured = new Text(text);
        measured.setFont(Font.font(family, PROBE));
        return measured.getLayoutBounds().getWidth();
    }

    /** @throws IllegalStateException when a font file is unusable */
    public static void load() {
        for (String file : FILES) {
            try (InputStream in = Resources.url("fonts/" + file).openStream()) {
                if (Font.loadFont(in, 13) == null) {
                    throw new IllegalStateException("Unusable font " + file);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(file, e);
            }
        }
    }
}
