package dev.socketscope.app.payload;

import dev.socketscope.app.controls.Ink;
import dev.socketscope.app.controls.InkLine;
import dev.socketscope.app.controls.Lines;
import dev.socketscope.app.controls.Span;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.Units;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** JSON with a line for each value, in colours, with containers that can be folded. Every line is cut out of the bytes anew. */
final class JsonLines implements Lines {
    /** Longer keys and values are cut. */
    static final int CUT = 2_000;
    private static final int COPY_ROWS = 50_000;
    private static final int COPY_CHARS = 8 << 20;
    private static final int INDENT_LIMIT = 100;

    private final byte[] bytes;
    private final JsonIndex index;
    private final JsonFolds folds;

    JsonLines(byte[] bytes, JsonIndex index) {
        this.bytes = bytes;
        this.index = index;
        this.folds = new JsonFolds(index.containers());
    }

    JsonFolds folds() {
        return folds;
    }

    JsonIndex index() {
        return index;
    }

    /** The line of a row, as the index counts. */
    int lineOf(long row) {
        return Math.min(folds.lineOf((int) row), index.lines() - 1);
    }

    /** The place of a row's value, for example {@code updates[0].path}. */
    String path(long row) {
        return JsonPath.of(bytes, index, lineOf(row));
    }

    /** The bytes of a row's value as they came; of the whole container for a row that begins or ends one. */
    byte[] value(long row) {
        int line = lineOf(row);
        int container = index.containers().at(line);
        var cut = new JsonCut(bytes, index,
                container == JsonContainers.NONE ? line : index.containers().openLine(container));
        int end = cut.valueEnd();
        if (container != JsonContainers.NONE) {
            int close = index.containers().closeLine(container);
            end = close == JsonContainers.OPEN ? bytes.length : Math.max(end, index.start(close) + 1);
        }
        return Arrays.copyOfRange(bytes, cut.valueStart(), end);
    }

    @Override
    public long count() {
        return index.lines() - folds.hidden() + (endNote().isEmpty() ? 0 : 1);
    }

    @Override
    public InkLine line(long row) {
        return isEndNote(row) ? InkLine.of(endNote(), index.mistake() == null ? Ink.MUTED : Ink.ERROR)
                : decoded(row).line();
    }

    @Override
    public Gutter gutter(long row) {
        int container = isEndNote(row) ? JsonContainers.NONE : opening(lineOf(row));
        if (container == JsonContainers.NONE || !folds.isFoldable(container)) {
            return Gutter.NONE;
        }
        return new Gutter("", folds.isFolded(container) ? Fold.CLOSED : Fold.OPEN);
    }

    @Override
    public int gutterChars() {
        return 1;
    }

    @Override
    public void toggle(long row) {
        int container = opening(lineOf(row));
        if (container != JsonContainers.NONE) {
            folds.toggle(container);
        }
    }

    @Override
    public long firstByte(long row) {
        return isEndNote(row) ? bytes.length : row == 0 ? 0 : index.start(lineOf(row));
    }

    @Override
    public long endByte(long row) {
        return row + 1 < count() ? firstByte(row + 1) : bytes.length;
    }

    @Override
    public long rowOf(long offset) {
        return folds.rowOf(index.lineOf(offset));
    }

    @Override
    public List<Span> bytes(long row, long from, long to) {
        return isEndNote(row) ? List.of() : decoded(row).columns(from, to);
    }

    @Override
    public Optional<String> copy(long from, long to) {
        long last = Math.min(count() - 1, rowOfPlace(to));
        if (last - rowOfPlace(from) > COPY_ROWS) {
            return Optional.empty();
        }
        var text = new StringBuilder();
        for (long row = rowOfPlace(from); row <= last && text.length() <= COPY_CHARS; row++) {
            String line = line(row).text();
            int start = (int) Math.clamp(from - row * MAX_COLUMNS, 0, line.length());
            int end = (int) Math.clamp(to - row * MAX_COLUMNS, 0, line.length());
            text.append(line, start, Math.max(start, end)).append(row < last ? "\n" : "");
        }
        return text.length() > COPY_CHARS ? Optional.empty() : Optional.of(text.toString());
    }

    /** Whether the row says why there are no more lines. */
    boolean isEndNote(long row) {
        return row >= index.lines() - folds.hidden();
    }

    /** What is said after the last line. */
    private String endNote() {
        JsonIndex.Mistake wrong = index.mistake();
        if (index.isCut()) {
            return Strings.of("payload.json.cut", Units.count(index.lines()));
        }
        return wrong == null ? "" : Strings.of("payload.json.wrong", wrong.message(), Units.count(wrong.offset()));
    }

    /** The container that the line begins, or {@link JsonContainers#NONE}. */
    private int opening(int line) {
        int container = index.containers().at(line);
        return container != JsonContainers.NONE && index.containers().openLine(container) == line ? container
                : JsonContainers.NONE;
    }

    private Decoded decoded(long row) {
        int line = lineOf(row);
        var text = new Decoded();
        if (line == 0 && index.prefix() > 0) {
            text.add(bytes, JsonPrefix.visible(bytes), index.prefix(), CUT, Ink.FAINT);
        }
        int depth = index.containers().depth(index.containers().around(line));
        text.add("  ".repeat(Math.min(depth, INDENT_LIMIT)), Ink.TEXT);
        var cut = new JsonCut(bytes, index, line);
        if (cut.hasKey()) {
            int end = text.add(bytes, cut.start(), cut.keyEnd(), CUT, Ink.KEY);
            text.add(end < cut.keyEnd() ? "…: " : ": ", Ink.PUNCTUATION);
        }
        int container = opening(line);
        if (container == JsonContainers.NONE) {
            value(text, cut);
        } else {
            opened(text, cut, container);
        }
        return text;
    }

    private void value(Decoded text, JsonCut cut) {
        int end = text.add(bytes, cut.valueStart(), cut.valueEnd(), CUT, cut.ink());
        if (end < cut.valueEnd()) {
            text.add("…", cut.ink());
            text.add(Strings.of("payload.json.more", Units.count(cut.valueEnd() - end)), Ink.FAINT);
        }
        if (cut.comma()) {
            text.add(",", Ink.PUNCTUATION);
        }
    }

    private void opened(Decoded text, JsonCut cut, int container) {
        boolean object = cut.firstByte() == '{';
        int close = index.containers().closeLine(container);
        text.add(bytes, cut.valueStart(), cut.valueStart() + 1, 1, Ink.PUNCTUATION);
        if (close == index.containers().openLine(container)) {
            text.add(object ? "}" : "]", Ink.PUNCTUATION);
            text.add(cut.comma() ? "," : "", Ink.PUNCTUATION);
        } else if (folds.isFolded(container)) {
            boolean comma = new JsonCut(bytes, index, close).comma();
            text.add(object ? " … }" : " … ]", Ink.PUNCTUATION).add(comma ? "," : "", Ink.PUNCTUATION);
            text.add("  " + size(object, index.containers().size(container)), Ink.FAINT);
        }
    }

    private static String size(boolean object, int size) {
        String key = object ? "payload.json.keys" : "payload.json.items";
        return size == 1 ? Strings.of(key + ".one") : Strings.of(key, Units.count(size));
    }
}
