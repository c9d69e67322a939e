package dev.socketscope.app.payload;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Which containers are folded, and so which lines are in sight. Rows are the lines in sight, numbered without gaps. A fold hides
 * all lines after its first, up to and including its closing bracket.
 */
final class JsonFolds {
    private final JsonContainers containers;
    private final BitSet folded = new BitSet();
    private int[] firstLine = {};
    private int[] hidden = {};
    private int folds;

    JsonFolds(JsonContainers containers) {
        this.containers = containers;
    }

    boolean isFolded(int container) {
        return folded.get(container);
    }

    void toggle(int container) {
        folded.flip(container);
        arrange();
    }

    /** Unfolds everything around a line. */
    void expose(int line) {
        boolean any = false;
        for (int c = containers.around(line); c != JsonContainers.NONE; c = containers.parent(c)) {
            any |= folded.get(c);
            folded.clear(c);
        }
        if (any) {
            arrange();
        }
    }

    void unfoldAll() {
        folded.clear();
        arrange();
    }

    /** Folds all closed containers that stand at least so deep. */
    void foldFrom(int depth) {
        int[] depths = new int[containers.count()];
        for (int c = 0; c < depths.length; c++) {
            int parent = containers.parent(c);
            depths[c] = parent == JsonContainers.NONE ? 0 : depths[parent] + 1;
            if (depths[c] >= depth && isFoldable(c)) {
                folded.set(c);
            }
        }
        arrange();
    }

    boolean isFoldable(int container) {
        int close = containers.closeLine(container);
        return close != JsonContainers.OPEN && close > containers.openLine(container);
    }

    /** Lines hidden by all folds together. */
    int hidden() {
        return folds == 0 ? 0 : hidden[folds - 1];
    }

    int lineOf(int row) {
        int low = 0;
        int high = folds - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (firstLine[middle] - (middle == 0 ? 0 : hidden[middle - 1]) < row) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return row + (high < 0 ? 0 : hidden[high]);
    }

    /** The row that shows a line, or the one whose fold hides it. */
    int rowOf(int line) {
        int fold = Arrays.binarySearch(firstLine, 0, folds, line);
        int before = fold >= 0 ? fold - 1 : -fold - 2;
        if (before < 0) {
            return line;
        }
        int hiddenBefore = before == 0 ? 0 : hidden[before - 1];
        int last = firstLine[before] + hidden[before] - hiddenBefore;
        return line > last ? line - hidden[before] : firstLine[before] - hiddenBefore;
    }

    /** Writes down the outermost folds in order, each with the lines hidden by it and all before it. */
    private void arrange() {
        firstLine = new int[folded.cardinality()];
        hidden = new int[firstLine.length];
        folds = 0;
        int sum = 0;
        int end = -1;
        for (int c = folded.nextSetBit(0); c >= 0; c = folded.nextSetBit(c + 1)) {
            int open = containers.openLine(c);
            if (open > end) {
                end = containers.closeLine(c);
                sum += end - open;
                firstLine[folds] = open;
                hidden[folds++] = sum;
            }
        }
    }
}
