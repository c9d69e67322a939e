package dev.socketscope.app.bench;

import dev.socketscope.app.ScenarioPlace;
import dev.socketscope.app.Wiring;
import dev.socketscope.app.controls.Memory;
import dev.socketscope.app.live.Engines;
import dev.socketscope.engine.api.EngineConfig;
import dev.socketscope.engine.api.Route;
import dev.socketscope.engine.relay.LocalEngine;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import javafx.util.Duration;

/**
 * The table of connections over a real engine with thousands of live ones: frames a second while it stands and while it scrolls, and
 * how long the JavaFX thread takes to sort, group and filter.
 */
final class ConnectionsMeasurement implements WindowBench.Measurement {
    private static final int WARM_UP = 8;
    private static final InetSocketAddress ANY = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    private final int connections;
    private final int seconds;
    private final Deque<Runnable> steps = new ArrayDeque<>();
    private final StringBuilder line = new StringBuilder();

    ConnectionsMeasurement(int connections, int seconds) {
        this.connections = connections;
        this.seconds = seconds;
    }

    @Override
    public void run(Stage stage, Consumer<String> done) {
        Peers peers = Peers.start();
        LocalEngine engine = LocalEngine.start(new EngineConfig(ANY, EngineConfig.Capture.DEFAULT,
                EngineConfig.Limits.DEFAULT, List.of(Route.toEverything("http://127.0.0.1:" + peers.port()))));
        Memory memory = Memory.forgetful();
        memory.put("shell.panel", "connections");
        var wiring = new Wiring(Engines.only(engine), memory, expression -> {
            String path = expression.replace("path:", "");
            return connection -> connection.path().contains(path);
        }, new ScenarioPlace(() -> "", Path.of("target", "no-scenarios")), url -> {});
        stage.setScene(wiring.scene());
        stage.show();
        Thread.ofPlatform().daemon().start(() -> {
            peers.dial(engine, connections, false);
            Platform.runLater(() -> measure(wiring.scene(), () -> {
                peers.close();
                wiring.close();
                engine.close();
                done.accept(line.toString());
            }));
        });
    }

    private void measure(Scene scene, Runnable done) {
        TableView<?> table = (TableView<?>) scene.lookup("#connection-table");
        MenuButton grouping = (MenuButton) scene.lookup("#connection-group");
        TextField search = (TextField) scene.lookup(".search");
        var pulses = new Pulses(scene);
        line.append(String.format(Locale.ROOT, "%,d connections", table.getItems().size()));
        steps.add(pulses::start);
        steps.add(() -> {
            pulses.stop();
            line.append("; standing: ").append(pulses.summary());
            pulses.start();
            scroll(table);
        });
        steps.add(() -> {
            pulses.stop();
            line.append("; scrolling: ").append(pulses.summary());
        });
        steps.add(() -> took("sort by received", () -> sort(table, "received")));
        steps.add(() -> took("sort by path", () -> sort(table, "path")));
        steps.add(() -> took("group by path", () -> choose(grouping, "group-path")));
        steps.add(() -> took("group by nothing", () -> choose(grouping, "group-none")));
        steps.add(() -> took("filter", () -> search.setText("path:/many/7")));
        steps.add(done);
        after(WARM_UP, this::next);
    }

    private void next() {
        Runnable step = steps.poll();
        if (step != null) {
            step.run();
            after(seconds, this::next);
        }
    }

    /** Until the JavaFX thread has done it and laid the table out. */
    private void took(String what, Runnable action) {
        long began = System.nanoTime();
        action.run();
        Platform.runLater(() -> line.append(
                String.format(Locale.ROOT, "; %s %.0f ms", what, (System.nanoTime() - began) / 1e6)));
    }

    private static void scroll(TableView<?> table) {
        for (int i = 0; i < 40; i++) {
            int row = i * 97 % Math.max(1, table.getItems().size());
            var pause = new PauseTransition(Duration.millis(100.0 * i));
            pause.setOnFinished(event -> table.scrollTo(row));
            pause.play();
        }
    }

    private static <R> void sort(TableView<R> table, String id) {
        table.getColumns().stream().filter(column -> column.getId().equals(id)).findFirst().ifPresent(column -> {
            column.setSortType(TableColumn.SortType.DESCENDING);
            table.getSortOrder().setAll(List.of(column));
        });
    }

    private static void choose(MenuButton grouping, String id) {
        grouping.getItems()
                .stream()
                .filter(RadioMenuItem.class::isInstance)
                .map(RadioMenuItem.class::cast)
                .filter(item -> id.equals(item.getId()))
                .forEach(item -> item.setSelected(true));
    }

    private static void after(int seconds, Runnable action) {
        var pause = new PauseTransition(Duration.seconds(seconds));
        pause.setOnFinished(event -> action.run());
        pause.play();
    }
}
