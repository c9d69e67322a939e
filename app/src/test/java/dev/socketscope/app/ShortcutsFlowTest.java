package dev.socketscope.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.app.actions.Action;
import dev.socketscope.app.actions.Actions;
import dev.socketscope.app.actions.Group;
import dev.socketscope.app.actions.PlaceKey;
import dev.socketscope.app.actions.Shortcut;
import dev.socketscope.app.controls.Fonts;
import dev.socketscope.app.controls.LineView;
import dev.socketscope.app.controls.Memory;
import dev.socketscope.app.controls.Sight;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.live.EngineChoice;
import dev.socketscope.app.live.Engines;
import dev.socketscope.app.live.Recordable;
import dev.socketscope.engine.api.Breakpoint;
import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Fault;
import dev.socketscope.engine.api.FaultMatch;
import dev.socketscope.engine.api.MessageFault;
import dev.socketscope.engine.relay.LocalEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.awaitility.core.ConditionTimeoutException;
import org.controlsfx.control.ToggleSwitch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Presses every key that the overview of keys lists, and looks for what a person would notice. The list is the overview's own: a key that is
 * added there and not here fails.
 */
@ExtendWith(ApplicationExtension.class)
class ShortcutsFlowTest {
    @TempDir
    static Path folder;

    /** Presses a key, and asserts what comes of it. */
    private interface Case {
        void check(Shortcut key) throws Exception;
    }

    private final RealTunnel tunnel = new RealTunnel();
    private final RealTunnel other = new RealTunnel();
    private final EchoClient client = tunnel.echo();
    private final Memory memory = Memory.forgetful();
    private final FileRecording recording = new FileRecording(tunnel.engine, ((LocalEngine) tunnel.engine).captured(),
            null);
    private final EngineChoice here = new EngineChoice(tunnel.engine, () -> "", () -> "", "", recording);
    private final EngineChoice there = new EngineChoice(other.engine, () -> "", () -> "", "engine://there",
            Recordable.impossible(""));
    private final Engines engines = new Engines(here, new Engines.Linker() {
        @Override
        public EngineChoice link(String control, String token) {
            return there;
        }

        @Override
        public EngineChoice open(Path file) throws IOException {
            throw new IOException(file.toString());
        }
    }, memory);
    private final FxRobot robot = new FxRobot();
    private final Map<String, Case> cases = new LinkedHashMap<>();
    private @Nullable Windows windows;

    @Start
    void start(Stage stage) throws IOException {
        Fonts.load();
        Files.writeString(folder.resolve("mine.yaml"), """
                steps:
                  - {at: 1s, arm: {type: black-hole, duration: 20s, label: hole}}
                expect:
                  - no-reload: true
                """);
        windows = new Windows(stage, engines, () -> WindowUnderTest.wire(engines, memory, folder));
        WindowUnderTest.place(stage);
        stage.show();
    }

    @BeforeEach
    void connect() throws InterruptedException {
        client.connectNow();
        for (String word : List.of("{\"fruit\":\"apple\"}", "pear", "{\"fruit\":\"apple pie\"}")) {
            client.roundTrip(word);
        }
    }

    @AfterEach
    void close() {
        robot.interact(() -> {
            Objects.requireNonNull(windows).close();
            engines.close();
        });
        recording.close();
        client.close();
        tunnel.close();
        other.close();
    }

    @Test
    void everyKeyOfTheOverviewDoesWhatItSays() {
        everywhere();
        tablesAndSearch();
        frames();
        charts();
        payload();
        composer();
        favourites();
        scenarios();
        Map<String, Shortcut> listed = listed();
        assertThat(cases.keySet()).as("keys of the overview that are tried").containsAll(listed.keySet());
        assertThat(listed.keySet()).as("keys that are tried and are none").containsAll(cases.keySet());

        List<String> broken = new ArrayList<>();
        listed.forEach((name, key) -> {
            try {
                calm();
                Objects.requireNonNull(cases.get(name)).check(key);
            } catch (Exception | AssertionError e) {
                broken.add(name + "  " + key.text() + ": " + e + Stream.of(e.getStackTrace())
                        .filter(at -> at.getClassName().startsWith(ShortcutsFlowTest.class.getName()))
                        .findFirst()
                        .map(at -> " at line " + at.getLineNumber())
                        .orElse(""));
            }
        });
        assertThat(broken).isEmpty();
    }

    /** As the overview has it: by the action's id, or by the place and what its key does there. */
    private Map<String, Shortcut> listed() {
        Map<String, Shortcut> keys = new LinkedHashMap<>();
        for (Action action : actions().withKeys()) {
            keys.put(action.id(), Objects.requireNonNull(action.shortcut()));
        }
        for (PlaceKey key : actions().places()) {
            keys.put(key.place() + ": " + key.title(), key.shortcut());
        }
        return keys;
    }

    private void everywhere() {
        for (Action panel : actions().withKeys().stream().filter(one -> one.group() == Group.PANELS).toList()) {
            cases.put(panel.id(), key -> {
                press(key);
                assertThat(memory.text("shell.panel").map(id -> "panel." + id)).contains(panel.id());
            });
        }
        cases.put("window.pause", key -> {
            press(key);
            await().until(() -> robot.lookup(".pause").<ToggleButton>query().isSelected());
            press(key);
            await().until(() -> !robot.lookup(".pause").<ToggleButton>query().isSelected());
        });
        cases.put("search.find", key -> {
            press(key);
            assertThat(seen(".search").isFocused()).isTrue();
        });
        cases.put("faults.disarm-all", key -> {
            tunnel.submit(new Command.ArmFault(Fault.of(new MessageFault.Drop())));
            press(key);
            await().until(() -> tunnel.engine.faults().isEmpty());
        });
        cases.put("engines.choose", key -> {
            press(key);
            await().until(() -> robot.lookup("#attach-url").tryQuery().isPresent());
            robot.push(KeyCode.ESCAPE);
        });
        cases.put("engines.next", key -> {
            robot.interact(() -> engines.attach("engine://there", "", why -> {}));
            await().until(() -> engines.shown().get() == there);
            press(key);
            await().until(() -> engines.shown().get() == here);
            robot.interact(() -> engines.detach(there));
        });
        cases.put("record.toggle", key -> {
            recording.start(folder.resolve("keys.sockets"));
            press(key);
            await().until(() -> recording.state() instanceof Recordable.State.Idle);
        });
        // Its dialog belongs to the platform, and the headless one has none: only that nothing is in the way.
        cases.put("recording.open", key -> assertThat(action("recording.open").obstacle().get()).isEmpty());
        cases.put("window.undo", key -> {
            search("path:echo");
            robot.interact(() -> action("search.clear").run());
            calm();
            press(key);
            await().until(() -> text(".search").equals("path:echo"));
            search("");
        });
        cases.put("window.palette", key -> opensAndCloses(key, "#palette-field"));
        cases.put("window.keys", key -> opensAndCloses(key, "#keys-card"));
        cases.put("window.keys.too", key -> opensAndCloses(key, "#keys-card"));
        cases.put("view.text.larger", key -> resizes(key, 1));
        cases.put("view.text.smaller", key -> resizes(key, -1));
    }

    private void tablesAndSearch() {
        at("Tables", "Open the chosen row", key -> {
            event();
            press(key);
            await().until(() -> memory.text("shell.panel").filter("connections"::equals).isPresent());
        });
        at("Tables", "Cut, disarm or remove the chosen row", key -> {
            tunnel.submit(new Command.ArmFault(Fault.of(new MessageFault.Drop())));
            select("faults", "#armed-table");
            press(key);
            await().until(() -> tunnel.engine.faults().isEmpty());
        });
        at("Tables", "Copy the chosen row", key -> {
            event();
            assertThat(copiedBy(key)).contains("/echo");
            select("connections", "#connection-table");
            assertThat(copiedBy(key)).contains("/echo");
        });
        at("Search box", "Search at once", key -> {
            open("connections");
            robot.interact(() -> seen(".search").requestFocus());
            robot.write("path:nowhere");
            press(key);
            await().until(() -> robot.lookup("#connection-table").queryTableView().getItems().isEmpty());
        });
        at("Search box", "Clear the search", key -> {
            search("path:nowhere");
            robot.interact(() -> seen(".search").requestFocus());
            press(key);
            assertThat(text(".search")).isEmpty();
            await().until(() -> !robot.lookup("#connection-table").queryTableView().getItems().isEmpty());
        });
    }

    private void frames() {
        at("Frames", "Next matching frame", key -> {
            find();
            press(key);
            await().until(() -> text(".frames-panel .find-count").equals("1 of 4"));
            press(key);
            await().until(() -> text(".frames-panel .find-count").equals("2 of 4"));
        });
        at("Frames", "Previous matching frame", key -> {
            find();
            robot.push(KeyCode.END);
            press(key);
            await().until(() -> text(".frames-panel .find-count").equals("3 of 4"));
        });
        at("Frames", "Follow the newest frame", key -> {
            chooseFrame();
            press(key);
            await().until(() -> ((ToggleSwitch) seen(".follow-switch")).isSelected());
        });
    }

    private void find() {
        open("frames");
        if (all(".frames-panel .find-bar").findFirst().isEmpty()) {
            robot.clickOn(seen("#frames-find-open"));
        }
        TextInputControl field = (TextInputControl) seen(".frames-panel .find-bar .text-field");
        robot.interact(() -> field.setText("apple"));
        await().until(() -> text(".frames-panel .find-count").contains("4"));
        robot.interact(() -> seen(".frames-panel .table-view").requestFocus());
    }

    private void charts() {
        at("Charts and timeline", "Hold, or go on", key -> {
            Node chart = timeline();
            press(key);
            await().until(() -> held(chart));
            press(key);
            await().until(() -> !held(chart));
        });
        at("Charts and timeline", "Follow the present", key -> {
            Node chart = timeline();
            robot.push(KeyCode.LEFT);
            await().until(() -> held(chart));
            press(key);
            await().until(() -> !held(chart));
        });
        at("Charts and timeline", "Walk from point to point", key -> {
            Node chart = timeline();
            press(key);
            await().until(() -> chart.getAccessibleHelp() != null);
        });
        at("Charts and timeline", "Show the frames at that moment", key -> {
            timeline();
            robot.push(KeyCode.DOWN);
            press(key);
            await().until(() -> memory.text("shell.panel").filter("connections"::equals).isPresent());
        });
    }

    private Node timeline() {
        open("timeline");
        Node chart = seen("#timeline-chart");
        robot.interact(chart::requestFocus);
        return chart;
    }

    private boolean held(Node chart) {
        return chart.getScene() != null && robot.lookup(".quiet-toggle")
                .queryAllAs(ToggleButton.class)
                .stream()
                .anyMatch(button -> Sight.isShown(button) && button.isSelected()
                        && Strings.of("chart.follow").equals(button.getAccessibleText()));
    }

    private void payload() {
        at("Payload", "Find in the payload", key -> {
            lines();
            press(key);
            await().until(() -> all(".payload-pane .find-bar").findFirst().isPresent());
            robot.push(KeyCode.ESCAPE);
        });
        at("Payload", "Choose everything", key -> {
            lines();
            press(key);
            assertThat(copiedBy(Shortcut.command(KeyCode.C))).contains("fruit").contains("}");
        });
        at("Payload", "Copy what is chosen", key -> {
            lines();
            robot.push(KeyCode.DOWN);
            assertThat(copiedBy(key)).contains("apple");
        });
        at("Payload", "Copy the path of the value", key -> {
            lines();
            robot.push(KeyCode.DOWN);
            assertThat(copiedBy(key)).isEqualTo("fruit");
        });
    }

    private void lines() {
        chooseFrame();
        robot.clickOn(seen("#payload-json"));
        Node lines = seen(".payload-pane .line-view");
        await().until(() -> ((LineView) lines).lines().count() > 2);
        robot.interact(lines::requestFocus);
        robot.push(KeyCode.HOME);
    }

    private void chooseFrame() {
        open("frames");
        Node row = WaitForAsyncUtils.waitForAsyncFx(10_000,
                () -> all(".table-cell.frame-payload")
                        .filter(cell -> String.valueOf(cell.getAccessibleText()).contains("apple\""))
                        .findFirst()
                        .orElseThrow());
        robot.clickOn(row);
    }

    private void composer() {
        at("Composer", "Send, or forward what is held", key -> {
            select("connections", "#connection-table");
            robot.clickOn("#connection-send").clickOn("#send-area").write("by key");
            press(key);
            client.awaitWord("by key");
        });
        at("Composer", "Let what is held go as it came", key -> {
            hold("first");
            press(key);
            client.awaitWord("first");
            tunnel.submit(new Command.ClearBreakpoints());
        });
        at("Composer", "Let all that is held go", key -> {
            hold("one", "two");
            press(key);
            assertThat(Set.of(client.next(), client.next())).containsExactlyInAnyOrder("one", "two");
            tunnel.submit(new Command.ClearBreakpoints());
        });
        at("Composer", "Drop what is held", key -> {
            hold("never");
            press(key);
            await().until(() -> tunnel.engine.heldMessages().isEmpty());
            tunnel.submit(new Command.ClearBreakpoints());
            client.roundTrip("after it");
        });
    }

    /** Holds what is on its way to the upstream. */
    private void hold(String... words) {
        robot.interact(() -> action("composer.breakpoint").run());
        tunnel.submit(new Command.SetBreakpoint(Breakpoint.on(FaultMatch.ANY.going(
                Direction.TO_UPSTREAM))));
        for (String word : words) {
            client.send(word);
        }
        await().until(() -> tunnel.engine.heldMessages().size() == words.length);
        TableView<?> held = robot.lookup("#held-table").queryTableView();
        await().until(() -> held.getItems().size() == words.length);
        robot.interact(() -> held.getSelectionModel().select(0));
        calm();
    }

    private void favourites() {
        at("Favourites of the composer", "Rename the chosen one", key -> {
            favourite("a", "b");
            press(key);
            robot.write("renamed").push(KeyCode.ENTER);
            await().until(() -> names().getFirst().equals("renamed"));
        });
        at("Favourites of the composer", "Move it down", key -> {
            favourite("a", "b");
            String first = names().getFirst();
            press(key);
            await().until(() -> names().get(1).equals(first));
        });
        at("Favourites of the composer", "Move it up", key -> {
            TableView<?> table = favourite("a", "b");
            robot.interact(() -> table.getSelectionModel().select(1));
            String second = names().get(1);
            press(key);
            await().until(() -> names().getFirst().equals(second));
        });
    }

    private TableView<?> favourite(String... names) {
        robot.interact(() -> action("composer.connect").run());
        for (String name : names) {
            robot.interact(() -> ((TextInputControl) seen("#favourite-name")).setText(name));
            robot.clickOn("#favourite-keep");
        }
        calm();
        TableView<?> table = robot.lookup("#favourite-table").queryTableView();
        robot.interact(() -> {
            table.requestFocus();
            table.getSelectionModel().select(0);
        });
        return table;
    }

    private List<String> names() {
        TableView<?> table = robot.lookup("#favourite-table").queryTableView();
        return WaitForAsyncUtils.waitForAsyncFx(10_000,
                () -> IntStream.range(0, table.getItems().size())
                        .mapToObj(row -> String.valueOf(table.getColumns().getFirst().getCellData(row)))
                        .toList());
    }

    private void scenarios() {
        at("Scenarios", "Duplicate the chosen step", key -> {
            step();
            press(key);
            await().until(() -> bars() == 2);
            robot.push(KeyCode.CONTROL, KeyCode.Z);
        });
        at("Scenarios", "Undo", key -> {
            step();
            robot.push(KeyCode.CONTROL, KeyCode.D);
            await().until(() -> bars() == 2);
            press(key);
            await().until(() -> bars() == 1);
        });
        at("Scenarios", "Redo", key -> {
            step();
            robot.push(KeyCode.CONTROL, KeyCode.D).push(KeyCode.CONTROL, KeyCode.Z);
            await().until(() -> bars() == 1);
            press(key);
            await().until(() -> bars() == 2);
            robot.push(KeyCode.CONTROL, KeyCode.Z);
        });
        at("Scenarios", "Save it", key -> {
            step();
            robot.push(KeyCode.CONTROL, KeyCode.D);
            await().until(() -> bars() == 2);
            press(key);
            await().until(() -> Files.readString(folder.resolve("mine.yaml")).split("black-hole", -1).length == 3);
            robot.push(KeyCode.CONTROL, KeyCode.Z).push(KeyCode.CONTROL, KeyCode.S);
            await().until(() -> Files.readString(folder.resolve("mine.yaml")).split("black-hole", -1).length == 2);
        });
        at("Scenarios", "Run the scenario", key -> {
            step();
            press(key);
            await().atMost(Duration.ofSeconds(30)).until(() -> !tunnel.engine.faults().isEmpty());
            robot.clickOn("#scenario-stop");
            await().atMost(Duration.ofSeconds(30)).until(() -> tunnel.engine.faults().isEmpty());
        });
    }

    private void step() {
        open("scenarios");
        robot.clickOn("mine");
        await().until(() -> robot.lookup("#schedule-0").tryQuery().isPresent());
        robot.clickOn("#schedule-0");
    }

    private long bars() {
        return IntStream.range(0, 9)
                .filter(bar -> robot.lookup("#schedule-" + bar).tryQuery().filter(Sight::isShown).isPresent())
                .count();
    }

    private void at(String place, String what, Case check) {
        cases.put(place + ": " + what, check);
    }

    private void opensAndCloses(Shortcut key, String what) {
        press(key);
        assertThat(robot.lookup(what).tryQuery()).isPresent();
        press(key);
        assertThat(robot.lookup(what).tryQuery()).isEmpty();
    }

    private void resizes(Shortcut key, int by) {
        int before = Objects.requireNonNull(windows).shown().appearance().fontSize().get();
        press(key);
        assertThat(Objects.requireNonNull(windows).shown().appearance().fontSize().get()).isEqualTo(before + by);
    }

    private void select(String panel, String table) {
        open(panel);
        TableView<?> rows = robot.lookup(table).queryTableView();
        await().until(() -> !rows.getItems().isEmpty());
        robot.interact(() -> {
            rows.requestFocus();
            rows.getSelectionModel().clearAndSelect(0);
        });
    }

    /** Chooses one that is about the connection. */
    private void event() {
        open("events");
        await().until(() -> all("#event-table .table-cell").anyMatch(ShortcutsFlowTest::isAboutTheEcho));
        robot.clickOn(all("#event-table .table-cell").filter(ShortcutsFlowTest::isAboutTheEcho)
                .findFirst()
                .orElseThrow());
    }

    private static boolean isAboutTheEcho(Node cell) {
        return cell instanceof Labeled labeled && String.valueOf(labeled.getText()).contains("/echo");
    }

    private void search(String text) {
        robot.interact(() -> ((TextInputControl) seen(".search")).setText(text));
        robot.interact(() -> seen(".search").requestFocus());
        robot.push(KeyCode.ENTER);
    }

    private String copiedBy(Shortcut key) {
        robot.interact(() -> Clipboard.getSystemClipboard().clear());
        press(key);
        return WaitForAsyncUtils.waitForAsyncFx(5_000,
                () -> String.valueOf(Clipboard.getSystemClipboard().getString()));
    }

    /** From whatever lies over the window to the window. */
    private void calm() {
        robot.interact(() -> robot.lookup(".main").query().getScene().getWindow().requestFocus());
        if (Stream.of("#palette-field", "#keys-card").anyMatch(what -> robot.lookup(what).tryQuery().isPresent())) {
            robot.push(KeyCode.ESCAPE);
        }
    }

    private void open(String panel) {
        robot.interact(() -> action("panel." + panel).run());
    }

    private Action action(String id) {
        return actions().of(id)
                .orElseThrow(() -> new AssertionError(id + " is none of " + actions().all()
                        .stream()
                        .map(Action::id)
                        .collect(Collectors.joining(" "))));
    }

    private Actions actions() {
        return Objects.requireNonNull(windows).shown().actions();
    }

    private void press(Shortcut key) {
        List<KeyCode> keys = new ArrayList<>();
        if (key.command()) {
            keys.add(KeyCode.CONTROL);
        }
        if (key.shift()) {
            keys.add(KeyCode.SHIFT);
        }
        keys.add(key.code());
        robot.push(keys.toArray(KeyCode[]::new));
    }

    private Stream<Node> all(String query) {
        return robot.lookup(query).queryAll().stream().filter(Sight::isShown);
    }

    private Node seen(String query) {
        try {
            await().until(() -> all(query).findFirst().isPresent());
        } catch (ConditionTimeoutException e) {
            throw new AssertionError(query + " is not to be seen", e);
        }
        return all(query).findFirst().orElseThrow();
    }

    private String text(String query) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, () -> all(query).findFirst()
                .map(node -> node instanceof TextInputControl input ? input.getText() : ((Labeled) node).getText())
                .orElse(""));
    }
}
