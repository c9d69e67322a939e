package dev.socketscope.engine.conversation;

import java.util.ArrayList;
import java.util.List;

/** Finds what is missing, new or changed between what was recorded and what came. */
final class Comparison {
    /** Cells of the table in which the longest common run is found; above it messages are compared place by place. */
    private static final long MOST_CELLS = 16_000_000;

    private final Sameness sameness;
    private final List<Message> recorded;
    private final List<Message> seen;
    private final List<String> before;
    private final List<String> now;
    private final List<Difference> found = new ArrayList<>();

    private Comparison(List<Message> recorded, List<Message> seen, Sameness sameness) {
        this.sameness = sameness;
        this.recorded = recorded;
        this.seen = seen;
        this.before = recorded.stream().map(sameness::key).toList();
        this.now = seen.stream().map(sameness::key).toList();
    }

    static List<Difference> of(List<Message> recorded, List<Message> seen, Sameness sameness) {
        Comparison comparison = new Comparison(recorded, seen, sameness);
        comparison.run();
        return List.copyOf(comparison.found);
    }

    private void run() {
        int start = 0;
        int end = before.size();
        int seenEnd = now.size();
        while (start < end && start < seenEnd && before.get(start).equals(now.get(start))) {
            start++;
        }
        while (end > start && seenEnd > start && before.get(end - 1).equals(now.get(seenEnd - 1))) {
            end--;
            seenEnd--;
        }
        if ((long) (end - start) * (seenEnd - start) > MOST_CELLS) {
            gap(start, end, start, seenEnd);
        } else {
            align(start, end, start, seenEnd);
        }
    }

    private void align(int from, int to, int seenFrom, int seenTo) {
        int rows = to - from;
        int columns = seenTo - seenFrom;
        int[][] common = new int[rows + 1][columns + 1];
        for (int i = rows - 1; i >= 0; i--) {
            for (int j = columns - 1; j >= 0; j--) {
                common[i][j] = before.get(from + i).equals(now.get(seenFrom + j)) ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        int i = 0;
        int j = 0;
        int gapRow = 0;
        int gapColumn = 0;
        while (i < rows && j < columns) {
            if (before.get(from + i).equals(now.get(seenFrom + j))) {
                gap(from + gapRow, from + i, seenFrom + gapColumn, seenFrom + j);
                gapRow = ++i;
                gapColumn = ++j;
            } else if (common[i + 1][j] >= common[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
        gap(from + gapRow, to, seenFrom + gapColumn, seenTo);
    }

    /** Nothing here stands on both sides in that order: as many as there are on both sides have changed. */
    private void gap(int from, int to, int seenFrom, int seenTo) {
        int pairs = Math.min(to - from, seenTo - seenFrom);
        for (int i = 0; i < pairs; i++) {
            if (!before.get(from + i).equals(now.get(seenFrom + i))) {
                found.add(new Difference(Difference.Kind.CHANGED, from + i + 1,
                        sameness.difference(recorded.get(from + i), seen.get(seenFrom + i))));
            }
        }
        for (int i = from + pairs; i < to; i++) {
            found.add(new Difference(Difference.Kind.MISSING, i + 1, List.of("- " + Sameness.line(recorded.get(i)))));
        }
        for (int i = seenFrom + pairs; i < seenTo; i++) {
            found.add(new Difference(Difference.Kind.EXTRA, i + 1, List.of("+ " + Sameness.line(seen.get(i)))));
        }
    }
}
