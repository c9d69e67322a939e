package dev.socketscope.app.e2e;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/** Saves what a scene shows. */
final class Picture {
    private Picture() {}

    /** On the JavaFX thread. */
    static void save(Scene scene, Path file) {
        WritableImage shown = scene.snapshot(null);
        int width = (int) shown.getWidth();
        int height = (int) shown.getHeight();
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, shown.getPixelReader().getArgb(x, y));
            }
        }
        try {
            ImageIO.write(image, "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
