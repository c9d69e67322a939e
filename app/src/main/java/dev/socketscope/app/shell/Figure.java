package dev.socketscope.app.shell;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/** A strong number with a word before and a word after it. */
final class Figure extends HBox {
    private static final PseudoClass ALARM = PseudoClass.getPseudoClass("alarm");

    private final Label before = new Label();
    private final Label number = new Label();
    private final Label after = new Label();
    private boolean wanted = true;

    Figure(String id) {
        setId(id);
        setMinWidth(USE_PREF_SIZE);
        getStyleClass().addAll("figure", id);
        before.getStyleClass().add("figure-word");
        number.getStyleClass().addAll("figure-number", "figures");
        after.getStyleClass().addAll("figure-word", "figures");
        setAccessibleRole(AccessibleRole.TEXT);
        getChildren().setAll(before, number, after);
    }

    /** Empty words take no room. */
    void show(String wordBefore, String value, String wordAfter) {
        set(before, wordBefore);
        set(number, value);
        set(after, wordAfter);
        setAccessibleText(wordBefore + " " + value + " " + wordAfter);
    }

    /** Whether it has something to say. */
    boolean wanted() {
        return wanted;
    }

    void want(boolean something) {
        wanted = something;
    }

    /** Whether the number is one to worry about. */
    void alarm(boolean alarming) {
        pseudoClassStateChanged(ALARM, alarming);
    }

    void setTooltip(Tooltip tooltip) {
        before.setTooltip(tooltip);
        number.setTooltip(tooltip);
        after.setTooltip(tooltip);
    }

    private static void set(Label label, String text) {
        label.setText(text);
        label.setVisible(!text.isEmpty());
        label.setManaged(!text.isEmpty());
    }
}
