package dev.socketscope.app.controls;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;

/** The bundled fonts. They are loaded before the first scene, so the window needs no font of the system. */
public final class Fonts {
    public static final String TEXT = "Inter";
    public static final String DATA = "JetBrains Mono";
    /** Inter with digits of one width; JavaFX cannot ask the font itself for them. */
    public static final String FIGURES = "Socketscope Figures";

    private static final List<String> FILES = List.of("Inter-Regular.otf", "Inter-Medium.otf", "Inter-SemiBold.otf",
            "Inter-Bold.otf", "JetBrainsMono-Regular.ttf", "JetBrainsMono-Medium.ttf", "JetBrainsMono-Bold.ttf",
            "SocketscopeFigures-Regular.otf", "SocketscopeFigures-Bold.otf");

    private Fonts() {}

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
