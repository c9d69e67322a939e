package dev.socketscope.app.controls;

import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** The keyboard of a {@link LogTable}: arrows, page and ends move the choice, shift extends it, Ctrl+C copies it. */
final class LogKeys<R> {
    private final LogTable<R> table;

    LogKeys(LogTable<R> table, TableView<?> focus) {
        this.table = table;
        focus.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void pressed(KeyEvent event) {
        if (event.isShortcutDown() && event.getCode() == KeyCode.C) {
            table.copySelected();
            event.consume();
        } else if (!event.isShortcutDown() && !event.isAltDown() && move(event.getCode(), event.isShiftDown())) {
            event.consume();
        }
    }

    private boolean move(KeyCode code, boolean extend) {
        RowSource<R> rows = table.source();
        long here = table.leadNumber();
        long page = Math.max(1, table.pageRows() - 1L);
        switch (code) {
            case UP -> table.choose(here < 0 ? rows.end() - 1 : here - 1, extend);
            case DOWN -> table.choose(here < 0 ? rows.first() : here + 1, extend);
            case PAGE_UP -> table.choose((here < 0 ? rows.end() : here) - page, extend);
            case PAGE_DOWN -> table.choose((here < 0 ? rows.first() : here) + page, extend);
            case HOME -> table.choose(rows.first(), extend);
            case END -> table.choose(rows.end() - 1, extend);
            case ESCAPE -> {
                boolean any = table.selectedCountProperty().get() > 0;
                table.clearSelection();
                return any;
            }
            default -> {
                return false;
            }
        }
        return true;
    }
}
