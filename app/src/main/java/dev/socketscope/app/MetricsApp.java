package dev.socketscope.app;

import dev.socketscope.app.controls.Appearance;
import dev.socketscope.app.controls.Fonts;
import dev.socketscope.app.controls.Logo;
import dev.socketscope.app.controls.Memory;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.live.Metrics;
import dev.socketscope.app.metrics.MetricsOnly;
import dev.socketscope.engine.prometheus.Endpoint;
import java.time.Clock;
import java.time.Duration;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

/** The window about an endpoint that tells metrics and nothing else. JavaFX thread only. */
final class MetricsApp implements AutoCloseable {
    private final Metrics metrics;
    private final Scene scene;
    private final String address;

    MetricsApp(Endpoint endpoint, Duration interval, Memory memory) {
        Platform.setImplicitExit(false);
        Fonts.load();
        metrics = new Metrics(endpoint, Clock.systemUTC());
        metrics.every(interval);
        address = endpoint.uri().toString();
        Appearance appearance = new Appearance(memory);
        scene = new Scene(new MetricsOnly(metrics, address, appearance, memory).root());
        appearance.dress(scene);
    }

    void fill(Stage stage) {
        stage.setScene(scene);
        stage.setTitle(Strings.of("app.window", address));
        stage.getIcons().setAll(Logo.image());
    }

    @Override
    public void close() {
        metrics.close();
    }
}
