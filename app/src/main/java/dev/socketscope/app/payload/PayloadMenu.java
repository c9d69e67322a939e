package dev.socketscope.app.payload;

import dev.socketscope.app.controls.Clip;
import dev.socketscope.app.controls.Keys;
import dev.socketscope.app.controls.LineView;
import dev.socketscope.app.controls.Strings;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** What can be done with the line under the mouse or with what is chosen: a menu, and keys for its most used entries. */
final class PayloadMenu {
    private static final KeyCombination COPY = Keys.shortcut(KeyCode.C);
    private static final KeyCombination COPY_PATH = Keys.shortcut(KeyCode.C, KeyCombination.SHIFT_DOWN);

    private final LineView view;
    private final Consumer<String> tell;
    private final JsonActions json;
    private @Nullable ContextMenu open;

    /** @param tell says something to the person for a moment */
    PayloadMenu(LineView view, JsonActions json, Consumer<String> tell) {
        this.view = view;
        this.json = json;
        this.tell = tell;
        view.setOnContextMenuRequested(event -> {
            ContextMenu before = open;
            if (before != null) {
                before.hide();
            }
            var menu = new ContextMenu(items().toArray(MenuItem[]::new));
            open = menu;
            menu.show(view, event.getScreenX(), event.getScreenY());
            event.consume();
        });
        view.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void pressed(KeyEvent event) {
        if (view.lines() instanceof JsonLines lines && COPY_PATH.match(event)) {
            json.copyPath(lines);
            event.consume();
        } else if (COPY.match(event)) {
            copy();
            event.consume();
        }
    }

    private List<MenuItem> items() {
        return switch (view.lines()) {
            case JsonLines lines -> jsonItems(lines);
            case HexLines hex -> hexItems(hex);
            default -> List.of(item("payload.menu.copy", this::copy, COPY), all());
        };
    }

    private List<MenuItem> jsonItems(JsonLines lines) {
        return List.of(item("payload.menu.copy", this::copy, COPY),
                item("payload.menu.value", () -> json.copyValue(lines), null),
                item("payload.menu.path", () -> json.copyPath(lines), COPY_PATH),
                item("payload.menu.show", () -> json.showWhole(lines, view.currentRow()), null),
                new SeparatorMenuItem(), item("payload.menu.fold", () -> fold(lines, true), null),
                item("payload.menu.unfold", () -> fold(lines, false), null), all());
    }

    private List<MenuItem> hexItems(HexLines hex) {
        return List.of(item("payload.menu.hex", () -> copy(hex, CopyForms.HEX), COPY),
                item("payload.menu.c", () -> copy(hex, CopyForms.C_ARRAY), null),
                item("payload.menu.base64", () -> copy(hex, CopyForms.BASE64), null),
                item("payload.menu.text", () -> copy(hex, CopyForms.TEXT), null), new SeparatorMenuItem(), all());
    }

    private MenuItem all() {
        return item("payload.menu.all", view::chooseAll, Keys.shortcut(KeyCode.A));
    }

    /** What is chosen; without a choice the value of the current line of JSON. */
    private void copy() {
        if (view.chosenFrom() < view.chosenTo()) {
            view.chosenText().ifPresentOrElse(this::toClipboard, this::tooMuch);
        } else if (view.lines() instanceof JsonLines lines) {
            json.copyValue(lines);
        }
    }

    private void copy(HexLines hex, CopyForms form) {
        boolean some = view.chosenFrom() < view.chosenTo();
        long from = some ? view.chosenFrom() : 0;
        long to = some ? view.chosenTo() : hex.bytes().length;
        if (to - from > CopyForms.LIMIT) {
            tooMuch();
        } else {
            toClipboard(form.of(Arrays.copyOfRange(hex.bytes(), (int) from, (int) to)));
        }
    }

    private void fold(JsonLines lines, boolean fold) {
        if (fold) {
            lines.folds().foldFrom(1);
        } else {
            lines.folds().unfoldAll();
        }
        view.rearranged();
    }

    private void toClipboard(String text) {
        Clip.copy(text);
        tell.accept(Strings.of("payload.copied", String.valueOf(text.getBytes(StandardCharsets.UTF_8).length)));
    }

    private void tooMuch() {
        tell.accept(Strings.of("payload.copy.too-much"));
    }

    private static MenuItem item(String key, Runnable action, @Nullable KeyCombination keys) {
        var item = new MenuItem(Strings.of(key));
        item.setOnAction(event -> action.run());
        if (keys != null) {
            item.setAccelerator(keys);
        }
        return item;
    }
}
