package dev.socketscope.app.bench;

import dev.socketscope.app.ScenarioPlace;
import dev.socketscope.app.Wiring;
import dev.socketscope.app.controls.Memory;
import dev.socketscope.app.live.Engines;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.util.Duration;

/** The whole window with the panel of all frames following the tail of a stream. */
final class TableMeasurement implements WindowBench.Measurement {
    private static final int WARM_UP = 6;
    private final int perSecond;
    private final int seconds;

    TableMeasurement(int perSecond, int seconds) {
        this.perSecond = perSecond;
        this.seconds = seconds;
    }

    @Override
    public void run(Stage stage, Consumer<String> done) {
        var engine = new BenchEngine();
        Memory memory = Memory.forgetful();
        memory.put("shell.panel", "frames");
        var wiring = new Wiring(Engines.only(engine), memory, expression -> connection -> true,
                new ScenarioPlace(() -> "", Path.of("target", "no-scenarios")), url -> {});
        Scene scene = wiring.scene();
        stage.setScene(scene);
        stage.show();
        var pulses = new Pulses(scene);
        Stream stream = new Stream(engine.log, perSecond).fill().start();
        after(WARM_UP, () -> {
            long before = stream.appended();
            pulses.start();
            after(seconds, () -> {
                pulses.stop();
                String rate = String.format(Locale.ROOT, "%,d", (stream.appended() - before) / seconds);
                String line = "follow " + rate + " frames/s, full capture: " + pulses.summary();
                stream.close();
                wiring.close();
                engine.close();
                done.accept(line);
            });
        });
    }

    private static void after(int seconds, Runnable action) {
        var pause = new PauseTransition(Duration.seconds(seconds));
        pause.setOnFinished(event -> action.run());
        pause.play();
    }
}
