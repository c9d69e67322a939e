package dev.socketscope.app.payload;

import dev.socketscope.app.controls.CopyButton;
import dev.socketscope.app.controls.EmptyState;
import dev.socketscope.app.controls.Keys;
import dev.socketscope.app.controls.LineView;
import dev.socketscope.app.controls.Lines;
import dev.socketscope.app.controls.Memory;
import dev.socketscope.app.controls.SaveDialog;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.live.Live;
import dev.socketscope.engine.api.FrameRow;
import dev.socketscope.engine.api.Opcode;
import dev.socketscope.engine.api.Payload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * What the chosen frame, or its whole message, carries: as JSON, as text, as bytes. Whatever takes longer than a moment is done
 * in the background, and what is there already is shown. JavaFX thread only.
 *
 * <pre>
 *   show(row) ─► PayloadFetch ─► Document ─► JsonIndex, TextIndex (background) ─► Lines ─► LineView
 *                                   └─ FindBar ─► ByteSearch (background) ─► marks ──────────┘
 * </pre>
 */
public final class PayloadPane implements AutoCloseable {
    private final Live live;
    private final Indexing indexing;
    private final TabChoices choices;
    private final PayloadFetch fetch;
    private final LineView view = new LineView();
    private final PayloadFinder finder;
    private final PayloadTop top;
    private final ExtentSwitch extent = new ExtentSwitch(this::extent);
    private final PayloadNotes notes = new PayloadNotes(extent, this::back);
    private final VBox content = new VBox();
    private final StackPane root = new StackPane();
    private final EmptyState empty = new EmptyState(Feather.FILE_TEXT, Strings.of("payload.empty.title"),
            Strings.of("payload.empty.text"));
    private @Nullable FrameRow row;
    private @Nullable Document document;
    private @Nullable Document outer;
    private PayloadTab tab = PayloadTab.TEXT;
    private boolean wholeMessage = true;
    private int awaited = -1;
    private long topByte = -1;

    /** Asks where to save by a dialog. */
    public PayloadPane(Live live, Memory memory) {
        this(live, memory, null);
    }

    /** @param chooser asks where to save, given a name to begin with; its answer is null when the person changed their mind */
    PayloadPane(Live live, Memory memory, @Nullable Function<String, @Nullable Path> chooser) {
        this.live = live;
        indexing = new Indexing(live);
        choices = new TabChoices(memory);
        fetch = new PayloadFetch(live, this::arrived);
        finder = new PayloadFinder(view, indexing);
        var saver = new PayloadSaver(live, chooser == null ? new SaveDialog(root, memory)::ask : chooser, notes::say);
        top = new PayloadTop(this::choose, () -> finder.bar().open(),
                new CopyButton(Strings.of("payload.copy"), this::everything), () -> saver.save(document));
        var json = new JsonActions(view, this::openValue, notes::say);
        new PayloadMenu(view, json, notes::say);
        view.setOnActivated(line -> activated(json, line));
        new WrapWidth(view, top.wrapProperty(), this::wrapAgain);
        build();
    }

    public Parent node() {
        return root;
    }

    /** Shows what the frame carries; null for nothing. The same frame again changes nothing but what is said of it. */
    public void show(@Nullable FrameRow chosen) {
        boolean same = chosen != null && row != null && chosen.frame().seq() == row.frame().seq();
        row = chosen;
        if (chosen == null) {
            forget();
        } else if (!same) {
            wholeMessage = true;
            fetch.wish(new PayloadFetch.Wish(chosen.frame().seq(), true));
        }
    }

    /** Which way to look at it is open. */
    public PayloadTab tab() {
        return tab;
    }

    /** Opens a way to look at it, as a click on its tab would. */
    public void choose(PayloadTab wanted) {
        Document shown = document;
        if (shown != null) {
            choices.choose(shown.kind(), wanted);
            open(wanted);
        }
    }

    @Override
    public void close() {
        indexing.close();
    }

    private void build() {
        VBox.setVgrow(view, Priority.ALWAYS);
        content.getStyleClass().add("payload-pane");
        content.getChildren().addAll(top, notes.heading(), finder.bar(), view, notes.status());
        content.setVisible(false);
        root.getChildren().addAll(content, empty);
        root.setMinHeight(0);
        content.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (Keys.shortcut(KeyCode.F).match(event)) {
                finder.bar().open();
                event.consume();
            } else if (event.getCode() == KeyCode.F3) {
                finder.step(!event.isShiftDown());
                event.consume();
            }
        });
    }

    private void extent(boolean whole) {
        FrameRow chosen = row;
        if (chosen != null && whole != wholeMessage) {
            wholeMessage = whole;
            fetch.wish(new PayloadFetch.Wish(chosen.frame().seq(), whole));
        }
    }

    private void arrived(PayloadFetch.Wish wish, Optional<Payload> payload) {
        FrameRow chosen = row;
        if (chosen == null || chosen.frame().seq() != wish.seq()) {
            return;
        }
        Payload shown = payload.orElseGet(() -> remains(chosen));
        extent.show(!wish.wholeMessage() || shown.firstSeq() != shown.lastSeq(), wish.wholeMessage());
        outer = null;
        awaited = -1;
        show(shown);
    }

    /** What the table still knows of a frame that the capture has dropped. */
    private static Payload remains(FrameRow chosen) {
        byte[] bytes = chosen.preview().getBytes(StandardCharsets.UTF_8);
        return new Payload(chosen.frame().seq(), chosen.frame().seq(), Opcode.TEXT, bytes, chosen.frame().length(),
                false,
                false, Strings.of("payload.dropped"));
    }

    private void show(Payload payload) {
        Document before = document;
        if (before != null && before != outer) {
            before.stop();
        }
        var shown = new Document(payload, indexing, this::progressed);
        document = shown;
        notes.show(PayloadHeading.of(payload), outer != null);
        top.hint("");
        live.deliver(CompletableFuture.supplyAsync(() -> PayloadHint.of(payload), Thread::startVirtualThread),
                (hint, failure) -> hint(shown, hint));
        content.setVisible(true);
        empty.setVisible(false);
        open(choices.of(shown.kind()));
    }

    private void hint(Document of, @Nullable String hint) {
        if (of == document && hint != null) {
            top.hint(hint);
        }
    }

    private void open(PayloadTab wanted) {
        Document shown = document;
        if (shown == null) {
            return;
        }
        tab = wanted;
        top.show(wanted);
        view.show(shown.lines(wanted, WrapWidth.cells(view, top.wrapProperty().get())));
        finder.look(shown, wanted);
        progressed();
    }

    private void progressed() {
        Document shown = document;
        if (shown == null) {
            return;
        }
        view.refresh();
        notes.status(shown.status(tab));
        JsonIndex.Mistake wrong = shown.mistake();
        notes.mistake(wrong, this::goTo);
        if (tab == PayloadTab.JSON && wrong != null && !choices.isChosen(shown.kind())) {
            open(PayloadTab.TEXT);
        } else if (awaited >= 0 && shown.complete(tab)) {
            view.reveal(awaited);
            awaited = -1;
        } else if (topByte >= 0 && shown.complete(tab)) {
            view.scrollToRow(view.lines().rowOf(topByte));
            topByte = -1;
        }
    }

    /** Breaks the rows of text anew; the line at the top stays there. */
    private void wrapAgain() {
        if (tab == PayloadTab.TEXT && view.lines().count() > 0) {
            topByte = view.lines().firstByte(view.topRow());
            open(tab);
        }
    }

    /** Shows a byte, as soon as the text's rows are known. */
    private void goTo(int offset) {
        awaited = offset;
        view.requestFocus();
        open(tab == PayloadTab.JSON ? PayloadTab.TEXT : tab);
    }

    private void activated(JsonActions json, long line) {
        if (view.lines() instanceof JsonLines lines) {
            if (lines.gutter(line).fold() == Lines.Fold.NONE) {
                json.showWhole(lines, line);
            } else {
                view.toggle(line);
            }
        }
    }

    private void openValue(String path, byte[] value) {
        Document from = document;
        if (from != null) {
            Document first = outer == null ? from : outer;
            outer = first;
            show(new Payload(from.payload().firstSeq(), from.payload().lastSeq(), Opcode.TEXT, value, value.length,
                    false, true,
                    path.isEmpty() ? Strings.of("payload.value.root") : Strings.of("payload.value", path)));
        }
    }

    private void back() {
        Document first = outer;
        if (first != null) {
            outer = null;
            show(first.payload());
        }
    }

    private String everything() {
        Document shown = document;
        if (shown == null) {
            return "";
        }
        if (shown.bytes().length > TextLines.COPY_LIMIT) {
            notes.say(Strings.of("payload.copy.too-much"));
            return "";
        }
        return shown.kind() == PayloadKind.BINARY ? CopyForms.HEX.of(shown.bytes())
                : new String(shown.bytes(), StandardCharsets.UTF_8);
    }

    private void forget() {
        Document before = document;
        if (before != null) {
            before.stop();
        }
        document = null;
        outer = null;
        content.setVisible(false);
        empty.setVisible(true);
    }
}
