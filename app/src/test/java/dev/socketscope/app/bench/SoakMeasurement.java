package dev.socketscope.app.bench;

import dev.socketscope.app.ScenarioPlace;
import dev.socketscope.app.Wiring;
import dev.socketscope.app.controls.Memory;
import dev.socketscope.app.live.Engines;
import dev.socketscope.engine.api.Engine;
import dev.socketscope.engine.api.EngineConfig;
import dev.socketscope.engine.api.Route;
import dev.socketscope.engine.client.DemoClients;
import dev.socketscope.engine.query.filter.Filter;
import dev.socketscope.engine.relay.LocalEngine;
import dev.socketscope.engine.sandbox.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The whole window over a real engine with real sockets for a long time, through all panels once a minute, after which memory is weighed,
 * so that always the same panel is shown then: the pictures that JavaFX draws of panels take some MiB more or less.
 * The heap is flat when what is left of it after a collection does not grow in the second half.
 */
final class SoakMeasurement implements WindowBench.Measurement {
    private static final InetSocketAddress ANY = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    private static final Duration A_PANEL = Duration.minutes(1).divide(WindowBench.PANELS.size());

    private final int minutes;
    private final int framesPerSecond;
    private final int messagesOfLife;
    private final Consumer<String> say;
    private final List<Weight> weights = new ArrayList<>();
    private int panel;
    private long framesBefore;
    private @Nullable Classes halfway;

    /**
     * @param messagesOfLife after so many a client leaves and another one comes
     * @param say gets a line every minute
     */
    SoakMeasurement(int minutes, int framesPerSecond, int messagesOfLife, Consumer<String> say) {
        this.minutes = minutes;
        this.framesPerSecond = framesPerSecond;
        this.messagesOfLife = messagesOfLife;
        this.say = say;
    }

    @Override
    public void run(Stage stage, Consumer<String> done) {
        Sandbox upstream = sandbox();
        Engine engine = LocalEngine.start(new EngineConfig(ANY, EngineConfig.Capture.DEFAULT,
                EngineConfig.Limits.DEFAULT, List.of(Route.toEverything(upstream.uri().toString()))));
        DemoClients demo = DemoClients.start(URI.create("http://" + engine.info().listen()));
        EchoLoad load = new EchoLoad(URI.create("ws://" + engine.info().listen() + "/echo"), framesPerSecond,
                messagesOfLife).start();
        Wiring wiring = new Wiring(Engines.only(engine), Memory.forgetful(),
                expression -> Filter.parse(expression)::couldMatch,
                new ScenarioPlace(() -> "", Path.of("target", "no-scenarios")), url -> {});
        Scene scene = wiring.scene();
        stage.setScene(scene);
        stage.show();
        Pulses pulses = new Pulses(scene);
        pulses.start();
        say.accept("| minute | frames/s | heap after collection MiB | buffers MiB | RSS MiB | threads | fps median |");
        say.accept("|---|---|---|---|---|---|---|");
        Timeline tour = new Timeline(new KeyFrame(A_PANEL, e -> {
            panel++;
            if (panel % WindowBench.PANELS.size() == 0) {
                minute(load, pulses);
            }
            wiring.show(WindowBench.PANELS.get(panel % WindowBench.PANELS.size()), "");
        }));
        wiring.show(WindowBench.PANELS.getFirst(), "");
        tour.setCycleCount(minutes * WindowBench.PANELS.size());
        tour.setOnFinished(e -> {
            String verdict = verdict();
            pulses.stop();
            load.close();
            demo.close();
            wiring.close();
            engine.close();
            upstream.close();
            done.accept(verdict);
        });
        tour.play();
    }

    private void minute(EchoLoad load, Pulses pulses) {
        Weight weight = Weight.now();
        weights.add(weight);
        if (weights.size() == minutes / 2) {
            halfway = Classes.now();
        }
        long frames = load.frames();
        say.accept(String.format(Locale.ROOT, "| %d | %,d | %s | %.0f |", weights.size(), (frames - framesBefore) / 60,
                weight, pulses.median()));
        framesBefore = frames;
        pulses.start();
    }

    /** Half the minutes are for what fills up to its bound. */
    private String verdict() {
        List<Weight> later = weights.subList(weights.size() / 2, weights.size());
        double slope = Weight.slope(later.stream().map(Weight::heap).toList());
        String grown = halfway == null ? "" : "; most of it: " + Classes.now().grownSince(halfway);
        return String.format(Locale.ROOT, "Heap after collection in the last %d minutes: %+.2f MiB a minute",
                later.size(), slope) + grown;
    }

    private static Sandbox sandbox() {
        try {
            return Sandbox.start(ANY);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
