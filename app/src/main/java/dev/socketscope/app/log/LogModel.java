package dev.socketscope.app.log;

import dev.socketscope.app.controls.RowSource;
import dev.socketscope.engine.debug.DebugLine;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The newest lines, and those of them that are wanted. A bound is kept on both: the oldest go, and are counted. Used by one thread. */
final class LogModel implements RowSource<LogLine> {
    static final int MOST = 20_000;
    /** So many go at once, because each time the rest is moved. */
    private static final int BATCH = 1_000;

    private final List<LogLine> lines = new ArrayList<>();
    private final List<LogLine> wanted = new ArrayList<>();
    private final Set<String> categories = new TreeSet<>();
    private final Set<String> hidden = new HashSet<>();
    private String[] words = {};
    private long first;
    private long next;
    private long dropped;

    /** Whether there is a category that was not there before. */
    boolean add(List<DebugLine> newLines) {
        int before = categories.size();
        for (DebugLine each : newLines) {
            LogLine line = new LogLine(next++, each);
            categories.add(each.category());
            lines.add(line);
            if (isWanted(line)) {
                wanted.add(line);
            }
        }
        while (lines.size() > MOST) {
            forget();
        }
        return categories.size() > before;
    }

    private void forget() {
        long oldest = lines.get(BATCH).key();
        lines.subList(0, BATCH).clear();
        int gone = 0;
        while (gone < wanted.size() && wanted.get(gone).key() < oldest) {
            gone++;
        }
        wanted.subList(0, gone).clear();
        first += gone;
        dropped += BATCH;
    }

    /** All that have been seen, in the order of the alphabet. */
    Set<String> categories() {
        return categories;
    }

    void show(String category, boolean shown) {
        if (shown) {
            hidden.remove(category);
        } else {
            hidden.add(category);
        }
        arrange();
    }

    /** @param text words of which each has to be in a line, in any case of letters */
    void search(String text) {
        words = text.isBlank() ? new String[0] : text.strip().toLowerCase(Locale.ROOT).split("\\s+");
        arrange();
    }

    void clear() {
        first += wanted.size();
        lines.clear();
        wanted.clear();
        dropped = 0;
    }

    private void arrange() {
        wanted.clear();
        lines.stream().filter(this::isWanted).forEach(wanted::add);
        first = 0;
    }

    private boolean isWanted(LogLine line) {
        return !hidden.contains(line.line().category()) && line.has(words);
    }

    /** How many lines there are, wanted or not. */
    int all() {
        return lines.size();
    }

    /** Lines that have gone to stay within the bound. */
    long dropped() {
        return dropped;
    }

    /** The wanted lines, oldest first. */
    List<LogLine> wanted() {
        return wanted;
    }

    @Override
    public long first() {
        return first;
    }

    @Override
    public long end() {
        return first + wanted.size();
    }

    @Override
    public @Nullable LogLine row(long number) {
        return number < first || number >= end() ? null : wanted.get((int) (number - first));
    }

    @Override
    public long key(LogLine row) {
        return row.key();
    }

    @Override
    public long numberAtOrAfter(long key) {
        int low = 0;
        int high = wanted.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (wanted.get(middle).key() < key) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return first + low;
    }
}
