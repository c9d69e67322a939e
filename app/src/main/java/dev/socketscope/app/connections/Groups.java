package dev.socketscope.app.connections;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Puts connections that have something in common together, each group below a line of its own. */
final class Groups {
    /** Names of folded groups that are kept; a new one drives out the oldest. */
    static final int MOST_FOLDED = 200;

    private final Set<String> folded = new LinkedHashSet<>();
    private Grouping grouping = Grouping.NONE;
    private Map<String, GroupRow> rows = Map.of();

    Grouping grouping() {
        return grouping;
    }

    void grouping(Grouping now) {
        if (now != grouping) {
            grouping = now;
            folded.clear();
            rows = Map.of();
        }
    }

    /** Names of the groups whose connections are hidden. */
    Set<String> folded() {
        return Set.copyOf(folded);
    }

    void fold(String name, boolean hide) {
        folded.remove(name);
        if (hide) {
            folded.add(name);
        }
        if (folded.size() > MOST_FOLDED) {
            folded.remove(folded.iterator().next());
        }
        GroupRow row = rows.get(name);
        if (row != null) {
            row.folded().set(hide);
        }
    }

    void foldAll(boolean hide) {
        List.copyOf(rows.keySet()).forEach(name -> fold(name, hide));
    }

    /** Adds up what the members have become, where they stayed the same. */
    void sum() {
        rows.values().forEach(GroupRow::sum);
    }

    /**
     * The lines of the table.
     *
     * @param sorted the connections in their order
     * @param byName whether groups stand in the order of their names, or each where its first connection would
     */
    List<Line> lines(List<ConnectionRow> sorted, boolean byName) {
        if (grouping == Grouping.NONE) {
            return new ArrayList<>(sorted);
        }
        Map<String, List<ConnectionRow>> members = byName ? new TreeMap<>() : new LinkedHashMap<>();
        for (ConnectionRow row : sorted) {
            members.computeIfAbsent(grouping.name(row.get().connection()), name -> new ArrayList<>()).add(row);
        }
        Map<String, GroupRow> next = HashMap.newHashMap(members.size());
        List<Line> lines = new ArrayList<>(sorted.size() + members.size());
        members.forEach((name, theirs) -> {
            GroupRow known = rows.get(name);
            GroupRow group = known == null ? new GroupRow(name, folded.contains(name)) : known;
            group.members(theirs);
            next.put(name, group);
            lines.add(group);
            if (!group.folded().get()) {
                lines.addAll(theirs);
            }
        });
        rows = next;
        return lines;
    }
}
