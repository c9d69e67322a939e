package dev.socketscope.app.controls;

import java.nio.IntBuffer;
import java.util.Arrays;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;

/** Opaque pixels that are drawn by hand, because stroking lines is what costs without a graphics card. */
final class Plot {
    private final int width;
    private final int height;
    private final int[] pixels;
    private final PixelBuffer<IntBuffer> buffer;
    private final WritableImage image;

    Plot(int width, int height) {
        this.width = width;
        this.height = height;
        pixels = new int[width * height];
        buffer = new PixelBuffer<>(width, height, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance());
        image = new WritableImage(buffer);
    }

    WritableImage image() {
        return image;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    void clear(Color ground) {
        Arrays.fill(pixels, 0xFF000000 | rgb(ground));
    }

    /** What has been drawn can be seen from now on. */
    void publish() {
        buffer.updateBuffer(all -> null);
    }

    void fill(int x0, int y0, int x1, int y1, Color colour) {
        for (int y = Math.max(0, y0); y < Math.min(height, y1); y++) {
            for (int x = Math.max(0, x0); x < Math.min(width, x1); x++) {
                blend(y * width + x, rgb(colour), colour.getOpacity());
            }
        }
    }

    /** A piece of one column whose ends may cover pixels in part. */
    void span(int x, double top, double bottom, int rgb, double opacity) {
        int first = Math.max(0, (int) Math.floor(top));
        int last = Math.min(height - 1, (int) Math.ceil(bottom) - 1);
        for (int y = first; y <= last; y++) {
            double cover = Math.min(bottom, y + 1.0) - Math.max(top, y);
            blend(y * width + x, rgb, opacity * cover);
        }
    }

    /** A ring with its middle at a place. */
    void ring(double x, double y, double radius, double thickness, Color colour) {
        int reach = (int) Math.ceil(radius + thickness);
        for (int py = Math.max(0, (int) y - reach); py <= Math.min(height - 1, (int) y + reach); py++) {
            for (int px = Math.max(0, (int) x - reach); px <= Math.min(width - 1, (int) x + reach); px++) {
                double away = Math.abs(Math.hypot(px + 0.5 - x, py + 0.5 - y) - radius);
                double cover = Math.clamp(thickness / 2 + 0.5 - away, 0, 1);
                blend(py * width + px, rgb(colour), cover * colour.getOpacity());
            }
        }
    }

    static int rgb(Color colour) {
        return (int) Math.round(colour.getRed() * 255) << 16 | (int) Math.round(colour.getGreen() * 255) << 8
                | (int) Math.round(colour.getBlue() * 255);
    }

    private void blend(int at, int rgb, double opacity) {
        if (opacity >= 1) {
            pixels[at] = 0xFF000000 | rgb;
            return;
        }
        int share = (int) (opacity * 256);
        int below = pixels[at];
        int redBlue = (below & 0xFF00FF) + (((rgb & 0xFF00FF) - (below & 0xFF00FF)) * share >> 8) & 0xFF00FF;
        int green = (below & 0x00FF00) + (((rgb & 0x00FF00) - (below & 0x00FF00)) * share >> 8) & 0x00FF00;
        pixels[at] = 0xFF000000 | redBlue | green;
    }
}
