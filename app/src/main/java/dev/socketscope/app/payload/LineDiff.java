package dev.socketscope.app.payload;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;

/**
 * What distinguishes two texts, line by line.
 *
 * @param changed lines that came in the place of others
 * @param cut whether a text was too long and only its beginning was compared
 */
record LineDiff(List<Row> rows, int added, int removed, int changed, boolean cut) {
    static final int MOST_LINES = 4_000;
    private static final int MOST_CHARS = 2_000;

    /** What happened to a line. */
    enum Mark {
        SAME, REMOVED, ADDED, CHANGED_FROM, CHANGED_TO
    }

    /** A line of one of the texts, or of both. */
    record Row(Mark mark, String text) {}

    boolean same() {
        return added + removed + changed == 0;
    }

    static LineDiff of(List<String> before, List<String> now) {
        List<String> old = bounded(before);
        List<String> fresh = bounded(now);
        var rows = new ArrayList<Row>();
        int[] counts = new int[3];
        int at = 0;
        List<String> gone = new ArrayList<>();
        List<String> come = new ArrayList<>();
        // The algorithm tells what is gone and what has come apart, also where one stands in the other's place.
        for (AbstractDelta<String> delta : DiffUtils.diff(old, fresh, new MyersDiffWithLinearSpace<String>())
                .getDeltas()) {
            if (delta.getSource().getPosition() > at) {
                add(rows, counts, gone, come);
                same(rows, old.subList(at, delta.getSource().getPosition()));
            }
            gone.addAll(delta.getSource().getLines());
            come.addAll(delta.getTarget().getLines());
            at = delta.getSource().getPosition() + delta.getSource().size();
        }
        add(rows, counts, gone, come);
        same(rows, old.subList(at, old.size()));
        return new LineDiff(List.copyOf(rows), counts[0], counts[1], counts[2],
                before.size() > MOST_LINES || now.size() > MOST_LINES);
    }

    /** Lines in the place of as many others are changed ones, each told beside the one that it was. */
    private static void add(List<Row> rows, int[] counts, List<String> old, List<String> fresh) {
        int pairs = Math.min(old.size(), fresh.size());
        for (int i = 0; i < pairs; i++) {
            rows.add(new Row(Mark.CHANGED_FROM, old.get(i)));
            rows.add(new Row(Mark.CHANGED_TO, fresh.get(i)));
        }
        old.subList(pairs, old.size()).forEach(line -> rows.add(new Row(Mark.REMOVED, line)));
        fresh.subList(pairs, fresh.size()).forEach(line -> rows.add(new Row(Mark.ADDED, line)));
        counts[0] += fresh.size() - pairs;
        counts[1] += old.size() - pairs;
        counts[2] += pairs;
        old.clear();
        fresh.clear();
    }

    private static void same(List<Row> rows, List<String> lines) {
        lines.forEach(line -> rows.add(new Row(Mark.SAME, line)));
    }

    private static List<String> bounded(List<String> lines) {
        return lines.stream()
                .limit(MOST_LINES)
                .map(line -> line.length() > MOST_CHARS ? line.substring(0, MOST_CHARS) : line)
                .toList();
    }
}
