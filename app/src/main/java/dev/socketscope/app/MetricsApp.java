package dev.socketscope.app;

import dev.socketscope.app.controls.Appearance;
import dev.socketscope.app.controls.Logo;
import dev.socketscope.app.controls.Memory;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.live.Metrics;
import dev.socketscope.app.metrics.MetricsOnly;
import dev.socketscope.engine.prometheus.Endpoint;
import java.time.Clock;
import java.time.Duration;
import javafx.scene.Scene;
import javafx.stage.Stage;

/** The window about an endpoint that tells metrics and nothing else. JavaFX thread only. */
final class MetricsApp implements AutoCloseable, Sitter {
    /** Enough for lines in the charts. */
    private static final int ATTEMPTS_WANTED = 12;

    private final Metrics metrics;
    private final Appearance appearance;
    private final Scene scene;
    private final String address;
    private int attempts;

    MetricsApp(Endpoint endpoint, Duration interval, Memory memory) {
        metrics = new Metrics(endpoint, Clock.systemUTC());
        metrics.every(interval);
        metrics.latest().subscribe((before, now) -> attempts++);
        address = endpoint.uri().toString();
        appearance = new Appearance(memory);
        scene = new Scene(new MetricsOnly(metrics, address, appearance, memory).root());
        appearance.dress(scene);
    }

    void fill(Stage stage) {
        stage.setScene(scene);
        stage.setTitle(Strings.of("app.window", address));
        stage.getIcons().setAll(Logo.image());
    }

    @Override
    public boolean isReady() {
        return attempts >= ATTEMPTS_WANTED;
    }

    @Override
    public void pose(Shot shot) {
        appearance.theme().set(shot.theme());
    }

    @Override
    public void close() {
        metrics.close();
    }
}
