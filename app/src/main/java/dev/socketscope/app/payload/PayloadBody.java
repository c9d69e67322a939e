package dev.socketscope.app.payload;

import dev.socketscope.app.controls.FindBar;
import dev.socketscope.app.controls.Keys;
import dev.socketscope.app.controls.LineView;
import dev.socketscope.app.controls.Lines;
import dev.socketscope.app.live.Live;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One document looked at in one way: its lines or its picture, the box to find something in it, what is said of it. JavaFX thread only. */
final class PayloadBody {
    private final LineView view = new LineView();
    private final PicturePane picture;
    private final PayloadFinder finder;
    private final PayloadNotes notes;
    private final TabChoices choices;
    private @Nullable PayloadTop top;
    private @Nullable Document document;
    private PayloadTab tab = PayloadTab.TEXT;
    private int awaited = -1;
    private long topByte = -1;

    PayloadBody(Live live, Indexing indexing, PayloadNotes notes, TabChoices choices) {
        this.notes = notes;
        this.choices = choices;
        picture = new PicturePane(live, notes::remark);
        finder = new PayloadFinder(view, indexing);
        VBox.setVgrow(view, Priority.ALWAYS);
        VBox.setVgrow(picture, Priority.ALWAYS);
        view.managedProperty().bind(view.visibleProperty());
    }

    /** What stands one under the other. */
    List<Node> nodes() {
        return List.of(finder.bar(), view, picture);
    }

    LineView view() {
        return view;
    }

    FindBar bar() {
        return finder.bar();
    }

    /** @param row tells which way is open, and whether lines are wrapped */
    void under(PayloadTop row, JsonActions json) {
        top = row;
        view.setOnActivated(line -> activated(json, line));
        new WrapWidth(view, row.wrapProperty(), this::wrapAgain);
    }

    PayloadTab tab() {
        return tab;
    }

    /** Whether the document is to be seen in this way. */
    boolean shows(Document shown, PayloadTab wanted) {
        return document == shown && tab == wanted;
    }

    void show(@Nullable Document shown, PayloadTab wanted) {
        document = shown;
        awaited = -1;
        open(wanted);
    }

    void open(PayloadTab wanted) {
        Document shown = document;
        PayloadTop row = top;
        if (shown == null || row == null) {
            return;
        }
        tab = wanted;
        row.show(wanted);
        notes.offerFormats(wanted == PayloadTab.DECODED);
        view.show(shown.lines(wanted, width()));
        view.setVisible(wanted != PayloadTab.IMAGE);
        picture.setVisible(wanted == PayloadTab.IMAGE);
        if (wanted == PayloadTab.IMAGE) {
            picture.show(shown.bytes());
        }
        finder.look(shown, wanted);
        progressed();
    }

    /** More of the document is worked out. */
    void progressed() {
        Document shown = document;
        if (shown == null) {
            return;
        }
        if ((tab == PayloadTab.DECODED || tab == PayloadTab.DIFF) && view.lines() != shown.lines(tab, width())) {
            view.show(shown.lines(tab, width()));
            finder.look(shown, tab);
        }
        view.refresh();
        if (tab != PayloadTab.IMAGE) {
            notes.remark(shown.note(tab));
        }
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

    /** Opens the box to find something, or goes on in it. */
    void pressed(KeyEvent event) {
        if (Keys.shortcut(KeyCode.F).match(event)) {
            finder.bar().open();
            event.consume();
        } else if (event.getCode() == KeyCode.F3) {
            finder.step(!event.isShiftDown());
            event.consume();
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
        open(tab == PayloadTab.HEX ? tab : PayloadTab.TEXT);
    }

    private int width() {
        PayloadTop row = top;
        return WrapWidth.cells(view, row != null && row.wrapProperty().get());
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
}
