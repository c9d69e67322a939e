package dev.socketscope.app;

import dev.socketscope.app.controls.Memory;
import java.util.function.DoubleConsumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** Gives the window back the place and the size that it had, as long as a screen still shows that place and has room for it. */
final class StageMemory {
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;
    private static final double SMALLEST_WIDTH = 900;
    private static final double SMALLEST_HEIGHT = 560;

    private final Memory memory;

    StageMemory(Memory memory) {
        this.memory = memory;
    }

    void restore(Stage stage) {
        stage.setMinWidth(SMALLEST_WIDTH);
        stage.setMinHeight(SMALLEST_HEIGHT);
        stage.setWidth(Math.max(SMALLEST_WIDTH, memory.number("window.width").orElse(WIDTH)));
        stage.setHeight(Math.max(SMALLEST_HEIGHT, memory.number("window.height").orElse(HEIGHT)));
        memory.number("window.x").ifPresent(x -> memory.number("window.y").ifPresent(y -> moveTo(stage, x, y)));
        fit(stage);
        stage.setMaximized(memory.text("window.maximized").filter("true"::equals).isPresent());
        stage.maximizedProperty().subscribe(now -> memory.put("window.maximized", now.toString()));
        remember(stage, "window.width", stage.widthProperty());
        remember(stage, "window.height", stage.heightProperty());
        remember(stage, "window.x", stage.xProperty());
        remember(stage, "window.y", stage.yProperty());
    }

    private static void moveTo(Stage stage, double x, double y) {
        boolean seen = Screen.getScreens()
                .stream()
                .map(Screen::getVisualBounds)
                .anyMatch(screen -> overlaps(screen, x, y, stage.getWidth()));
        if (seen) {
            stage.setX(x);
            stage.setY(y);
        }
    }

    /** No larger than the screen that it is on, or than all those that it reaches across. */
    private static void fit(Stage stage) {
        Rectangle2D room = Screen
                .getScreensForRectangle(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight())
                .stream()
                .map(Screen::getVisualBounds)
                .reduce(StageMemory::around)
                .orElse(Screen.getPrimary().getVisualBounds());
        if (stage.getWidth() > room.getWidth()) {
            stage.setWidth(room.getWidth());
            stage.setX(room.getMinX());
        }
        if (stage.getHeight() > room.getHeight()) {
            stage.setHeight(room.getHeight());
            stage.setY(room.getMinY());
        }
    }

    private static Rectangle2D around(Rectangle2D one, Rectangle2D other) {
        double x = Math.min(one.getMinX(), other.getMinX());
        double y = Math.min(one.getMinY(), other.getMinY());
        return new Rectangle2D(x, y, Math.max(one.getMaxX(), other.getMaxX()) - x,
                Math.max(one.getMaxY(), other.getMaxY()) - y);
    }

    /** Whether enough of the title bar would be on the screen to take hold of it. */
    private static boolean overlaps(Rectangle2D screen, double x, double y, double width) {
        return screen.intersects(x + width / 4, y, width / 2, 1);
    }

    /** A maximized window keeps the size that it had before. */
    private void remember(Stage stage, String key, ObservableValue<Number> value) {
        DoubleConsumer put = now -> memory.put(key, Math.round(now));
        value.subscribe((before, now) -> {
            if (!stage.isMaximized() && !stage.isIconified() && Double.isFinite(now.doubleValue())) {
                put.accept(now.doubleValue());
            }
        });
    }
}
