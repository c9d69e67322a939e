package dev.socketscope.app.controls;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Keyboard of a {@link LineView}: arrows and pages move the current line, shift chooses, left and right fold. */
final class LineKeys {
    private final LineView view;
    private final LineChoice choice;

    LineKeys(LineView view, LineChoice choice) {
        this.view = view;
        this.choice = choice;
        view.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void pressed(KeyEvent event) {
        boolean done = event.isShortcutDown() ? shortcut(event.getCode(), event.isShiftDown())
                : !event.isAltDown() && plain(event.getCode(), event.isShiftDown());
        if (done) {
            event.consume();
        }
    }

    private boolean shortcut(KeyCode code, boolean extend) {
        switch (code) {
            case C -> view.chosenText().filter(text -> !text.isEmpty()).ifPresent(Clip::copy);
            case A -> view.chooseAll();
            case HOME -> move(0, extend);
            case END -> move(view.lines().count() - 1, extend);
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean plain(KeyCode code, boolean extend) {
        long here = view.currentRow() < 0 ? view.topRow() : view.currentRow();
        int page = Math.max(1, view.viewport().page() - 1);
        switch (code) {
            case UP -> move(here - 1, extend);
            case DOWN -> move(here + 1, extend);
            case PAGE_UP -> move(here - page, extend);
            case PAGE_DOWN -> move(here + page, extend);
            case HOME -> move(0, extend);
            case END -> move(view.lines().count() - 1, extend);
            case LEFT -> fold(here, Lines.Fold.OPEN);
            case RIGHT -> fold(here, Lines.Fold.CLOSED);
            case ENTER -> view.activate(here);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void move(long row, boolean extend) {
        long wanted = Math.clamp(row, 0, Math.max(0, view.lines().count() - 1));
        choice.go(view.lines().place(wanted, 0), extend);
        view.bringIntoSight(wanted);
    }

    /** Folds or unfolds the current line; without anything to fold the text scrolls sideways. */
    private void fold(long row, Lines.Fold from) {
        if (row < view.lines().count() && view.lines().gutter(row).fold() == from) {
            view.toggle(row);
        } else {
            view.scroll(from == Lines.Fold.OPEN ? -40 : 40, 0);
        }
    }
}
