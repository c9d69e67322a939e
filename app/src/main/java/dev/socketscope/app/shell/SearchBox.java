package dev.socketscope.app.shell;

import atlantafx.base.controls.CustomTextField;
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
    private final PauseTransition rest = new PauseTransition(REST);
    private final Label hint = new Label(ShellKeys.FIND.text());
    private final Button clear;

    SearchBox(CustomTextField field, Search search) {
        this.field = field;
        this.search = search;
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
            field.setText(typed);
            field.end();
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
        field.clear();
        rest.stop();
        search.type("");
    }
}
