package dev.socketscope.app;

import dev.socketscope.app.controls.Memory;
import java.util.function.DoubleConsumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** Gives the window back the place and the size that it had, as long as a screen still shows that place. */
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
