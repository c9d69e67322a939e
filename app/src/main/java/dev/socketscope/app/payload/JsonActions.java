package dev.socketscope.app.payload;

import dev.socketscope.app.controls.Clip;
import dev.socketscope.app.controls.LineView;
import dev.socketscope.app.controls.Strings;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** What can be done with a line of JSON. */
final class JsonActions {
    private final LineView view;
    private final BiConsumer<String, byte[]> open;
    private final Consumer<String> tell;

    /**
     * @param open shows a value alone; given its path and its bytes
     * @param tell says something to the person for a moment
     */
    JsonActions(LineView view, BiConsumer<String, byte[]> open, Consumer<String> tell) {
        this.view = view;
        this.open = open;
        this.tell = tell;
    }

    void copyPath(JsonLines lines) {
        if (isLine(lines, view.currentRow())) {
            String path = lines.path(view.currentRow());
            Clip.copy(path);
            tell.accept(Strings.of("payload.copied.path", path));
        }
    }

    /** A string without its quotes and escapes, everything else as it came. */
    void copyValue(JsonLines lines) {
        if (!isLine(lines, view.currentRow())) {
            return;
        }
        byte[] value = lines.value(view.currentRow());
        if (value.length > TextLines.COPY_LIMIT) {
            tell.accept(Strings.of("payload.copy.too-much"));
        } else {
            Clip.copy(new String(plain(value), StandardCharsets.UTF_8));
            tell.accept(Strings.of("payload.copied", String.valueOf(value.length)));
        }
    }

    /** Shows the whole value of a row in a view of its own. */
    void showWhole(JsonLines lines, long row) {
        if (isLine(lines, row)) {
            byte[] value = lines.value(row);
            open.accept(lines.path(row), value.length > TextLines.COPY_LIMIT ? value : plain(value));
        }
    }

    private static boolean isLine(JsonLines lines, long row) {
        return row >= 0 && row < lines.count() && !lines.isEndNote(row);
    }

    private static byte[] plain(byte[] value) {
        return value.length > 1 && value[0] == '"'
                ? JsonPath.unquote(new String(value, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8)
                : Arrays.copyOf(value, value.length);
    }
}
