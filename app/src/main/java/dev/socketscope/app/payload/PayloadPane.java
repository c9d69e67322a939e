package dev.socketscope.app.payload;

import dev.socketscope.app.controls.CopyButton;
import dev.socketscope.app.controls.EmptyState;
import dev.socketscope.app.controls.LineView;
import dev.socketscope.app.controls.Lines;
import dev.socketscope.app.controls.Memory;
import dev.socketscope.app.controls.SaveDialog;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.live.FormatChoice;
import dev.socketscope.app.live.Formats;
import dev.socketscope.app.live.Live;
import dev.socketscope.engine.api.FrameRow;
import dev.socketscope.engine.api.Opcode;
import dev.socketscope.engine.api.Payload;
import dev.socketscope.engine.decode.Talk;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * What the chosen frame, or its whole message, carries: as JSON, as text, as bytes, as what the application's format says, beside
 * the message before it, as a picture. Whatever takes longer than a moment is done in the background, and what is there already is
 * shown. JavaFX thread only.
 *
 * <pre>
 *   show(row) ─► PayloadFetch ─► Document ─┬► JsonIndex, TextIndex (background) ─► Lines ─► LineView
 *                                   │      └► DecodedMaker, DiffMaker (background) ─┘         │
 *                                   └─ FindBar ─► ByteSearch (background) ─► marks ───────────┘
 * </pre>
 */
public final class PayloadPane implements AutoCloseable {
    private final Live live;
    private final Indexing indexing;
    private final Formats formats;
    private final TabChoices choices;
    private final PayloadFetch fetch;
    private final PayloadBody body;
    private final FormatMenu menu = new FormatMenu(this::read);
    private final PayloadTop top;
    private final ExtentSwitch extent = new ExtentSwitch(this::extent);
    private final PayloadNotes notes = new PayloadNotes(menu, extent, this::back);
    private final VBox content = new VBox();
    private final StackPane root = new StackPane();
    private final EmptyState empty = new EmptyState(Feather.FILE_TEXT, Strings.of("payload.empty.title"),
            Strings.of("payload.empty.text"));
    private @Nullable FrameRow row;
    private @Nullable Document document;
    private @Nullable Document outer;
    private Origin origin = Origin.VALUE;
    private boolean wholeMessage = true;

    /** Asks where to save by a dialog. */
    public PayloadPane(Live live, Formats formats, Memory memory) {
        this(live, formats, memory, null);
    }

    /** @param chooser asks where to save, given a name to begin with; its answer is null when the person changed their mind */
    PayloadPane(Live live, Formats formats, Memory memory, @Nullable Function<String, @Nullable Path> chooser) {
        this.live = live;
        this.formats = formats;
        indexing = new Indexing(live);
        choices = new TabChoices(memory);
        fetch = new PayloadFetch(live, this::arrived);
        body = new PayloadBody(live, indexing, notes, choices);
        var saver = new PayloadSaver(live, chooser == null ? new SaveDialog(root, memory)::ask : chooser, notes::say);
        top = new PayloadTop(this::choose, () -> body.bar().open(),
                new CopyButton(Strings.of("payload.copy"), this::everything), () -> saver.save(document));
        var json = new JsonActions(body.view(), this::openValue, notes::say);
        new PayloadMenu(body.view(), json, notes::say);
        body.under(top, json);
        formats.changes().subscribe((before, now) -> readAgain());
        build();
    }

    public Region node() {
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
        return body.tab();
    }

    /** Opens a way to look at it, as a click on its tab would. */
    public void choose(PayloadTab wanted) {
        Document shown = document;
        if (shown != null) {
            choices.choose(shown.kind(), wanted);
            body.open(wanted);
        }
    }

    @Override
    public void close() {
        indexing.close();
    }

    private void build() {
        content.getStyleClass().add("payload-pane");
        content.getChildren().addAll(top, notes.heading(), notes.remark());
        content.getChildren().addAll(body.nodes());
        content.getChildren().add(notes.status());
        content.setVisible(false);
        root.getChildren().addAll(content, empty);
        root.setMinHeight(0);
        content.addEventFilter(KeyEvent.KEY_PRESSED, body::pressed);
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
        Payload shown = payload.orElseGet(() -> PayloadFetch.remains(chosen));
        extent.show(!wish.wholeMessage() || shown.firstSeq() != shown.lastSeq(), wish.wholeMessage());
        outer = null;
        originOf(chosen);
        show(shown);
    }

    private void originOf(FrameRow chosen) {
        Talk talk = formats.talk(chosen.frame().connection());
        origin = new Origin(chosen.frame(), talk, formats.choice(talk));
    }

    /** Messages of such sockets are to be read in this format from now on. */
    private void read(FormatChoice choice) {
        formats.choose(origin.talk(), choice);
    }

    private void readAgain() {
        Document shown = document;
        FrameRow chosen = row;
        if (shown != null && chosen != null && outer == null) {
            originOf(chosen);
            show(shown.payload(), body.tab() == PayloadTab.DECODED ? body.tab() : null);
        }
    }

    private void show(Payload payload) {
        show(payload, null);
    }

    /** @param wanted the tab to open; null for the one that suits the payload */
    private void show(Payload payload, @Nullable PayloadTab wanted) {
        Document before = document;
        if (before != null && before != outer) {
            before.stop();
        }
        Origin from = outer == null ? origin : Origin.VALUE;
        var shown = new Document(payload, from, live.engine(), indexing, body::progressed);
        document = shown;
        notes.show(PayloadHeading.of(payload), outer != null);
        top.hint("");
        top.offer(Picture.of(payload.bytes()).isPresent());
        content.setVisible(true);
        empty.setVisible(false);
        if (payload.bytes().length <= Recognised.SHORT) {
            recognised(shown, Recognised.of(payload, from), wanted);
        } else {
            PayloadTab first = wanted == null ? choices.of(shown.kind(), Recognised.NOTHING, payload.bytes()) : wanted;
            body.show(shown, first);
            live.deliver(CompletableFuture.supplyAsync(() -> Recognised.of(payload, from), Thread::startVirtualThread),
                    (found, failure) -> recognised(shown, found, body.tab() == first ? wanted : body.tab()));
        }
    }

    private void recognised(Document of, @Nullable Recognised found, @Nullable PayloadTab wanted) {
        if (of != document || found == null) {
            return;
        }
        top.hint(found.hint());
        menu.show(origin.choice(), found.automatic());
        PayloadTab next = wanted == null ? choices.of(of.kind(), found, of.bytes()) : wanted;
        if (!body.shows(of, next)) {
            body.show(of, next);
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
