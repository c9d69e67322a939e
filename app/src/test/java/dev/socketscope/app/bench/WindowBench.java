package dev.socketscope.app.bench;

import dev.socketscope.app.PulseTimer;
import dev.socketscope.app.controls.Fonts;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;

/**
 * Runs one measurement after the other in a window of 1440×900 and prints a line for each. Arguments: {@code table},
 * {@code payload}, {@code chart}, or none for these three; {@code --seconds=S} for each stream (default 15), {@code --rates=R,R} in frames
 * a second. {@code connections}, only when asked for, takes {@code --connections=N} (default 9500) and a shorter {@code --seconds}.
 * {@code idle}, only when asked for, takes {@code --connections=N} (default 100), {@code --panels=P,P} and {@code --seconds=S} for each panel.
 * {@code soak}, only when asked for, takes {@code --minutes=M} (default 30), {@code --rate=R} (default 5000) and {@code --life=N}
 * (default 20000), the messages after which a client leaves.
 */
public final class WindowBench extends Application {
    static final double WIDTH = 1440;
    static final double HEIGHT = 900;
    static final List<String> PANELS = List.of("overview", "connections", "frames", "hmr", "rtt", "timeline", "faults",
            "scenarios", "composer", "events", "settings");
    private final Deque<Measurement> waiting = new ArrayDeque<>();

    /** One line of the result. */
    interface Measurement {
        /** @param done to be called on the JavaFX thread when it is over, with the line */
        void run(Stage stage, Consumer<String> done);
    }

    @Override
    public void start(Stage stage) {
        Fonts.load();
        List<String> wanted = getParameters().getUnnamed();
        int seconds = number("seconds", 15);
        String rates = getParameters().getNamed().getOrDefault("rates", "1000,50000,100000");
        if (wanted.isEmpty() || wanted.contains("table")) {
            for (String rate : rates.split(",")) {
                waiting.add(new TableMeasurement(Integer.parseInt(rate), seconds));
            }
        }
        if (wanted.isEmpty() || wanted.contains("payload")) {
            waiting.addAll(PayloadMeasurement.all());
        }
        if (wanted.isEmpty() || wanted.contains("chart")) {
            waiting.add(new ChartMeasurement(seconds));
        }
        if (wanted.contains("connections")) {
            waiting.add(new ConnectionsMeasurement(number("connections", 9_500), number("seconds", 5)));
        }
        if (wanted.contains("idle")) {
            waiting.add(new IdleMeasurement(number("connections", 100), number("seconds", 30),
                    List.of(getParameters().getNamed().getOrDefault("panels", String.join(",", PANELS)).split(","))));
        }
        if (wanted.contains("soak")) {
            waiting.add(new SoakMeasurement(number("minutes", 30), number("rate", 5_000), number("life", 20_000),
                    WindowBench::print));
        }
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(WIDTH);
        stage.setHeight(HEIGHT);
        next(stage);
    }

    private int number(String name, int usual) {
        String text = getParameters().getNamed().get(name);
        return text == null ? usual : Integer.parseInt(text);
    }

    private void next(Stage stage) {
        Measurement measurement = waiting.poll();
        if (measurement == null) {
            Platform.exit();
        } else {
            measurement.run(stage, line -> {
                print(line);
                next(stage);
            });
        }
    }

    /** The one place where the bench prints. */
    private static void print(String line) {
        System.out.println(line);
    }

    /** Not an application itself, so that JavaFX may stand on the class path. */
    public static final class Main {
        private Main() {}

        public static void main(String[] args) {
            Platform.startup(PulseTimer::install);
            Application.launch(WindowBench.class, args);
        }
    }
}
