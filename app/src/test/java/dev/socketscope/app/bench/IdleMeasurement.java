package dev.socketscope.app.bench;

import dev.socketscope.app.ScenarioPlace;
import dev.socketscope.app.Wiring;
import dev.socketscope.app.controls.Memory;
import dev.socketscope.app.live.Engines;
import dev.socketscope.engine.api.EngineConfig;
import dev.socketscope.engine.api.Route;
import dev.socketscope.engine.metrics.PrometheusText;
import dev.socketscope.engine.query.filter.Filter;
import dev.socketscope.engine.relay.LocalEngine;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.stage.Stage;

/**
 * What the whole window over a real engine takes of a core while its WebSockets are open and silent but for the engine's pings: each panel
 * in its turn, with the threads that take most. A minute comes first, in which Java compiles what it has seen.
 */
final class IdleMeasurement implements WindowBench.Measurement {
    private static final InetSocketAddress ANY = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    private static final Duration WARM_UP = Duration.ofMinutes(1);
    /** After another panel is shown, until it is measured. */
    private static final Duration SETTLE = Duration.ofSeconds(10);

    private final int connections;
    private final Duration span;
    private final Deque<String> panels;
    private final StringBuilder table = new StringBuilder();

    /** @param seconds for each panel */
    IdleMeasurement(int connections, int seconds, List<String> panels) {
        this.connections = connections;
        this.span = Duration.ofSeconds(seconds);
        this.panels = new ArrayDeque<>(panels);
    }

    @Override
    public void run(Stage stage, Consumer<String> done) {
        Peers peers = Peers.start();
        LocalEngine engine = LocalEngine.start(new EngineConfig(ANY, EngineConfig.Capture.DEFAULT,
                EngineConfig.Limits.DEFAULT, List.of(Route.toEverything("http://127.0.0.1:" + peers.port()))));
        var wiring = new Wiring(Engines.only(engine), Memory.forgetful(),
                expression -> Filter.parse(expression)::couldMatch,
                new ScenarioPlace(() -> engine.metrics(PrometheusText.Format.TEXT), Path.of("target", "no-scenarios")),
                url -> {});
        stage.setScene(wiring.scene());
        stage.show();
        table.append(String.format(Locale.ROOT, "| %,d quiet connections | of a core | most of it |%n|---|---|---|",
                connections));
        Thread.ofPlatform().daemon().start(() -> {
            peers.dial(engine, connections, true);
            Platform.runLater(() -> {
                wiring.show(panels.element(), "");
                after(WARM_UP, () -> next(wiring, () -> {
                    peers.close();
                    wiring.close();
                    engine.close();
                    done.accept(table.toString());
                }));
            });
        });
    }

    private void next(Wiring wiring, Runnable done) {
        String panel = panels.poll();
        if (panel == null) {
            done.run();
            return;
        }
        wiring.show(panel, "");
        after(SETTLE, () -> {
            ThreadTimes before = ThreadTimes.now();
            after(span, () -> {
                table.append(String.format(Locale.ROOT, "%n| %s | %s |", panel, ThreadTimes.now().since(before)));
                next(wiring, done);
            });
        });
    }

    /** By no transition of JavaFX: while one runs there are sixty pulses a second. */
    private static void after(Duration duration, Runnable action) {
        CompletableFuture.delayedExecutor(duration.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> Platform.runLater(action));
    }
}
