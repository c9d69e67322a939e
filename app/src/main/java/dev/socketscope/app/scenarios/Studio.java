package dev.socketscope.app.scenarios;

import dev.socketscope.app.controls.Appearance;
import dev.socketscope.app.controls.Keys;
import dev.socketscope.app.controls.Memory;
import dev.socketscope.app.controls.Notice;
import dev.socketscope.app.controls.Remember;
import dev.socketscope.app.live.Live;
import dev.socketscope.app.scenarios.Runs.State;
import dev.socketscope.engine.scenario.Scenario;
import java.util.function.Consumer;
import javafx.geometry.Orientation;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * What is to be seen of scenarios.
 *
 * <pre>
 *   ┌ all ───┐ ┌ which one · save · views · run ──────────┐ DocumentBar, RunBar
 *   │ shipped│ │ timeline, or text     │ step, expected … │ EditorPane
 *   │ own    │ ├──────────────────────────────────────────┤
 *   │        │ │ verdicts · clients · what happened · log │ ResultPane
 * </pre>
 */
final class Studio {
    private static final double LIST = 0.16;
    private static final double EDITOR = 0.58;

    private final Library library;
    private final Shelf shelf;
    private final Runs runs;
    private final EditorPane editor;
    private final RunBar runBar;
    private final Demonstration demonstration;
    private final ResultPane results;
    private final SplitPane node = new SplitPane();
    private Subscription watched = Subscription.EMPTY;
    private @Nullable Document played;
    /** The newest run whose results have been shown. */
    private @Nullable Playing told;

    /**
     * @param dialogs over the window
     * @param showConnection gets the id of a connection that a person wants to see
     */
    Studio(Live live, Runs runs, Library library, Appearance appearance, Memory memory, FileDialogs dialogs,
            Consumer<String> showConnection) {
        this.runs = runs;
        this.library = library;
        shelf = new Shelf(library, dialogs, this::tell);
        demonstration = new Demonstration(library, shelf, runs, this::play);
        runBar = new RunBar(runs, this::play);
        editor = new EditorPane(new DocumentBar(shelf, runBar), memory);
        results = new ResultPane(runs, new ResultTables(appearance, memory, showConnection),
                new ReportFiles(dialogs::save, this::tell));
        arrange(memory);
        shelf.currentProperty().subscribe(this::show);
        runs.clock().subscribe((before, now) -> playHead());
        live.everyFrame(this::look);
    }

    SplitPane node() {
        return node;
    }

    /** Shows a scenario and plays it. */
    void play(Document document) {
        shelf.currentProperty().set(document);
        play();
    }

    /** Plays something for a picture, of a run or of its results; whether that is still to come. */
    boolean demonstrate(boolean results) {
        return results ? demonstration.played() : demonstration.underWay();
    }

    private void arrange(Memory memory) {
        ScenarioList all = new ScenarioList(library, shelf::create, shelf::open);
        ListView<Document> list = all.list();
        list.getSelectionModel().selectedItemProperty().subscribe((before, now) -> {
            if (now != null) {
                shelf.currentProperty().set(now);
            }
        });
        shelf.currentProperty().subscribe(now -> list.getSelectionModel().select(now));
        SplitPane work = new SplitPane(editor, results);
        work.setOrientation(Orientation.VERTICAL);
        Remember.divider(memory, "scenarios.results", work, EDITOR);
        node.getItems().setAll(all, work);
        SplitPane.setResizableWithParent(all, false);
        Remember.divider(memory, "scenarios.list", node, LIST);
        node.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    private void show(Document document) {
        watched.unsubscribe();
        editor.show(document);
        playHead();
        watched = document.version().subscribe(now -> runBar.show(document.name().get(), canPlay(document)));
    }

    /** Over the scenario that is played, and over no other, whatever that is called. */
    private void playHead() {
        editor.playHead(shelf.current() == played ? runs.clock().get() : null);
    }

    private static boolean canPlay(Document document) {
        return document.scenario().get() != null && document.problems().get().isEmpty();
    }

    private void play() {
        Document document = shelf.current();
        Scenario scenario = document.scenario().get();
        if (scenario != null && canPlay(document) && runs.state().get() == State.IDLE) {
            played = document;
            runs.play(scenario);
            look();
        }
    }

    private boolean look() {
        boolean busy = runs.look();
        Playing playing = runs.now().get();
        if (playing != null && busy) {
            results.follow(playing);
        } else if (playing != null && playing != told) {
            // The state before does not tell: who pauses or stops it looks, too, and may have been the one to find that it has ended.
            told = playing;
            results.show(playing);
        }
        return busy;
    }

    /** Before a text area sees it, whose own history knows nothing of the timeline's changes. */
    private void key(KeyEvent event) {
        if (Keys.shortcut(KeyCode.S).match(event)) {
            shelf.save();
        } else if (Keys.shortcut(KeyCode.R).match(event)) {
            play();
        } else if (Keys.shortcut(KeyCode.Z).match(event)) {
            shelf.current().undo();
        } else if (Keys.shortcut(KeyCode.Y).match(event)
                || Keys.shortcut(KeyCode.Z, KeyCombination.SHIFT_DOWN).match(event)) {
            shelf.current().redo();
        } else {
            return;
        }
        event.consume();
    }

    private void tell(String title, String text) {
        Notice.show(node, title, text);
    }
}
