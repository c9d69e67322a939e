package dev.socketscope.app.controls;

import atlantafx.base.controls.CustomTextField;
import java.util.function.Consumer;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.kordamp.ikonli.feather.Feather;

/** A box of a panel to look for something in it. Escape empties it. */
public final class SearchField extends CustomTextField {
    /**
     * @param key of what it says while it is empty
     * @param look gets the text whenever it changes
     */
    public SearchField(String id, String key, int columns, Consumer<String> look) {
        setId(id);
        setPromptText(Strings.of(key));
        setAccessibleText(Strings.of(key));
        setLeft(Icons.of(Feather.SEARCH, "faint-icon"));
        setPrefColumnCount(columns);
        textProperty().subscribe(look);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && !getText().isEmpty()) {
                clear();
                event.consume();
            }
        });
    }
}
