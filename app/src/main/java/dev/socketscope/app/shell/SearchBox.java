package dev.socketscope.app.shell;

import atlantafx.base.controls.CustomTextField;
import dev.socketscope.app.actions.Undoing;
import dev.socketscope.app.controls.Icons;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.live.Search;
import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/** Hands what is typed to the search once the typing rests, and at once on Enter. */
final class SearchBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final Duration REST = Duration.millis(180);

    private final CustomTextField field;
    private final Search search;
    private final Undoing undoing;
    private final PauseTransition rest = new PauseTransition(REST);
    private final Label hint = new Label(ShellKeys.FIND.text());
    private final Button clear;

    SearchBox(CustomTextField field, Search search, Undoing undoing) {
        this.field = field;
        this.search = search;
        this.undoing = undoing;
        clear = Icons.button(Feather.X, Strings.of("search.clear"), this::clear);
        hint.getStyleClass().add("key-hint");
        field.setLeft(Icons.of(Feather.SEARCH, "faint-icon"));
        field.setRight(hint);
        rest.setOnFinished(e -> search.type(field.getText()));
        field.textProperty().subscribe((before, now) -> changed(now));
        search.typed().subscribe((before, now) -> follow(now));
        search.mistake().subscribe(mistake -> {
            field.pseudoClassStateChanged(WRONG, mistake != null);
            field.setAccessibleHelp(mistake == null ? null : mistake.message());
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    private void changed(String text) {
        field.setRight(text.isEmpty() ? hint : clear);
        rest.playFromStart();
    }

    /** Somebody else typed, for example "Filter to this". */
    private void follow(String typed) {
        if (!typed.equals(field.getText())) {
            put(typed);
        }
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && !field.getText().isEmpty()) {
            clear();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            rest.stop();
            search.type(field.getText());
            event.consume();
        }
    }

    private void clear() {
        String before = field.getText();
        put("");
        rest.stop();
        search.type("");
        // Without a word: whoever empties a box sees that it is empty.
        undoing.quietly(() -> {
            if (field.getText().isEmpty()) {
                search.type(before);
            }
        });
    }

    /** In a way that the box itself can take back while it has the focus. */
    private void put(String text) {
        field.replaceText(0, field.getLength(), text);
        field.end();
    }
}
