package dev.socketscope.app.bench;

import dev.socketscope.app.controls.Appearance;
import dev.socketscope.app.controls.ChartPoints;
import dev.socketscope.app.controls.ChartSeries;
import dev.socketscope.app.controls.Memory;
import dev.socketscope.app.controls.RttChart;
import dev.socketscope.app.controls.TimeView;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.animation.PauseTransition;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.util.Duration;

/** Twenty lines of ten thousand points each in one chart, every line with a new point in every frame. */
final class ChartMeasurement implements WindowBench.Measurement {
    private static final int LINES = 20;
    private static final int POINTS = 10_000;
    private static final long STEP = TimeView.SECOND / 60;
    private static final int WARM_UP = 4;

    private final int seconds;
    private final Random random = new Random(1);
    private final List<ChartSeries> series = new ArrayList<>();
    private long now = 1_700_000_000L * TimeView.SECOND;

    ChartMeasurement(int seconds) {
        this.seconds = seconds;
        for (int i = 0; i < LINES; i++) {
            series.add(new ChartSeries("line " + i, i, 1, TimeView.SECOND, new ChartPoints(POINTS)));
        }
        for (int i = 0; i < POINTS; i++) {
            add();
        }
    }

    @Override
    public void run(Stage stage, Consumer<String> done) {
        TimeView view = new TimeView(POINTS * STEP, 0);
        RttChart chart = new RttChart("Bench", "ms", view);
        Scene scene = new Scene(new StackPane(chart));
        new Appearance(Memory.forgetful()).dress(scene);
        stage.setScene(scene);
        stage.show();
        chart.show(series, List.of());
        AnimationTimer stream = new AnimationTimer() {
            @Override
            public void handle(long frame) {
                add();
                view.now(now);
                chart.draw();
            }
        };
        Pulses pulses = new Pulses(scene);
        stream.start();
        after(WARM_UP, () -> {
            pulses.start();
            after(seconds, () -> {
                pulses.stop();
                stream.stop();
                done.accept("chart, " + LINES + " lines of " + POINTS + " points: " + pulses.summary());
            });
        });
    }

    private void add() {
        now += STEP;
        for (int i = 0; i < LINES; i++) {
            series.get(i).points().add(now, 10 + i * 4 + 3 * random.nextGaussian());
        }
    }

    private static void after(int seconds, Runnable action) {
        PauseTransition pause = new PauseTransition(Duration.seconds(seconds));
        pause.setOnFinished(event -> action.run());
        pause.play();
    }
}
