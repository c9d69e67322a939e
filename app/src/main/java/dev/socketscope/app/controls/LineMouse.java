package dev.socketscope.app.controls;

import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/** Mouse and track pad of a {@link LineView}: press and drag chooses, a double click chooses a word, the gutter folds. */
final class LineMouse {
    private final LineView view;
    private final LineChoice choice;

    LineMouse(LineView view, LineChoice choice) {
        this.view = view;
        this.choice = choice;
        view.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        view.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        view.addEventHandler(ScrollEvent.SCROLL, event -> {
            view.scroll(-event.getDeltaX(), -event.getDeltaY());
            event.consume();
        });
    }

    private void pressed(MouseEvent event) {
        view.requestFocus();
        long row = view.rowAt(event.getY());
        if (event.getButton() != MouseButton.PRIMARY) {
            keepOrMove(row, event);
        } else if (view.inGutter(event.getX()) && view.lines().gutter(row).fold() != Lines.Fold.NONE) {
            view.toggle(row);
        } else if (event.getClickCount() == 2) {
            word(row, view.columnAt(row, event.getX()));
            view.activate(row);
        } else {
            choice.go(place(row, event), event.isShiftDown());
        }
        view.requestLayout();
        event.consume();
    }

    /** A menu is about what is chosen when the mouse is on it, otherwise about the line under the mouse. */
    private void keepOrMove(long row, MouseEvent event) {
        long place = place(row, event);
        if (place < choice.from() || place > choice.to()) {
            choice.go(place, false);
        }
    }

    private void dragged(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY || choice.isEmpty()) {
            return;
        }
        if (event.getY() < 0) {
            view.scroll(0, event.getY());
        } else if (event.getY() > view.getHeight()) {
            view.scroll(0, event.getY() - view.getHeight());
        }
        choice.go(place(view.rowAt(event.getY()), event), true);
        view.requestLayout();
        event.consume();
    }

    private long place(long row, MouseEvent event) {
        return view.lines().place(row, view.columnAt(row, event.getX()));
    }

    private void word(long row, int column) {
        String text = view.lines().line(row).text();
        int start = Math.min(column, text.length());
        int end = start;
        while (start > 0 && isWord(text.charAt(start - 1))) {
            start--;
        }
        while (end < text.length() && isWord(text.charAt(end))) {
            end++;
        }
        choice.go(view.lines().place(row, start), false);
        choice.go(view.lines().place(row, end), true);
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.' || c == '/';
    }
}
