package dev.socketscope.app.controls;

import java.util.Optional;
import java.util.function.BiFunction;
import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * A name that is told whole by its tooltip, and is a field while it is changed: Enter takes the new one, Escape and the way out of the field
 * leave the old one.
 */
final class NameCell<T> extends TableCell<T, String> {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final Tooltip whole = new Tooltip();
    private final TextField field = new TextField();
    private final BiFunction<T, String, Optional<String>> rename;

    /** @param rename takes a new name, or says why it cannot be */
    NameCell(String title, BiFunction<T, String, Optional<String>> rename) {
        this.rename = rename;
        field.setAccessibleText(title);
        field.getStyleClass().add("name-field");
        field.textProperty().subscribe(text -> tell(""));
        field.focusedProperty().subscribe((before, now) -> {
            // Whoever looks at another window is still at it.
            if (!now && isEditing() && (getScene() == null || getScene().getFocusOwner() != field)) {
                cancelEdit();
            }
        });
        // What is typed is not for the table.
        field.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                take();
            } else if (event.getCode() == KeyCode.ESCAPE) {
                cancelEdit();
            }
            event.consume();
        });
    }

    @Override
    public void startEdit() {
        super.startEdit();
        if (isEditing()) {
            field.setText(getItem());
            setText(null);
            setGraphic(field);
            field.requestFocus();
            field.selectAll();
        }
    }

    @Override
    public void cancelEdit() {
        super.cancelEdit();
        show(getItem());
        getTableView().setEditable(false);
        getTableView().requestFocus();
    }

    @Override
    protected void updateItem(@Nullable String item, boolean empty) {
        super.updateItem(item, empty);
        show(empty ? null : item);
    }

    private void take() {
        T row = getTableRow().getItem();
        String why = row == null ? "" : rename.apply(row, field.getText().strip()).orElse("");
        tell(why);
        if (!why.isEmpty()) {
            field.selectAll();
        } else if (isEditing()) {
            cancelEdit();
        }
    }

    private void tell(String why) {
        field.pseudoClassStateChanged(WRONG, !why.isEmpty());
        field.setAccessibleHelp(why.isEmpty() ? null : why);
        field.setTooltip(why.isEmpty() ? null : new Tooltip(why));
    }

    private void show(@Nullable String name) {
        setGraphic(null);
        setText(Shorten.line(name == null ? "" : name));
        whole.setText(Shorten.tooltip(name == null ? "" : name));
        setTooltip(name == null || name.isEmpty() ? null : whole);
    }
}
