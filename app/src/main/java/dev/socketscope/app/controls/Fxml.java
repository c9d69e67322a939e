package dev.socketscope.app.controls;

import java.io.IOException;
import java.io.UncheckedIOException;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

/** Loads a panel's FXML and gives it controllers that were built by constructor. */
public final class Fxml {
    private Fxml() {}

    /**
     * @param name of the file in {@code fxml/}, without its ending
     * @param controllers one for each {@code fx:controller} that the file and what it includes name
     */
    public static Parent load(String name, Object... controllers) {
        FXMLLoader loader = new FXMLLoader(Resources.url("fxml/" + name + ".fxml"), Strings.bundle());
        loader.setControllerFactory(type -> find(type, controllers));
        try {
            return loader.load();
        } catch (IOException e) {
            throw new UncheckedIOException(name + ".fxml", e);
        }
    }

    private static Object find(Class<?> type, Object... controllers) {
        for (Object controller : controllers) {
            if (type.isInstance(controller)) {
                return controller;
            }
        }
        throw new IllegalArgumentException("No controller " + type.getName());
    }
}
