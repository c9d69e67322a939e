package dev.socketscope.app.connections;

import dev.socketscope.app.live.LiveConnection;
import dev.socketscope.app.live.LiveState;
import dev.socketscope.engine.api.Connection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * Which connections the table shows and in what order. Rows are changed in place; the list is only replaced when its members or
 * their order differ, and a live order is looked at no more than once a second.
 */
final class ConnectionsModel {
    /** Which part of the connections. */
    enum Show {
        ALL, LIVE, CLOSED
    }

    /** @param matching how many of them the search lets through */
    record Counts(int live, int closed, int matching) {
        int total() {
            return live + closed;
        }
    }

    /** Live ones first, the newest on top. */
    private static final Comparator<ConnectionRow> USUAL = Comparator
            .comparing((ConnectionRow row) -> !row.live())
            .thenComparing(ConnectionRow::openedAt, Comparator.reverseOrder())
            .thenComparing(ConnectionRow::key);
    private static final long RESORT_MILLIS = 1_000;

    private final ObservableList<Line> lines = FXCollections.observableArrayList();
    private final Groups groups = new Groups();
    private final ObjectProperty<Counts> counts = new SimpleObjectProperty<>(new Counts(0, 0, 0));
    private final ConnectionRows rows = new ConnectionRows();
    private Predicate<Connection> filter = connection -> true;
    private List<KeyOrder<?>> orders = List.of();
    private Show show = Show.ALL;
    private long sortedAt;

    /** What the table shows, groups included. */
    ObservableList<Line> lines() {
        return lines;
    }

    Grouping grouping() {
        return groups.grouping();
    }

    /** Puts connections together anew, with all groups open. */
    void group(Grouping grouping) {
        groups.grouping(grouping);
        arrange();
    }

    /** Names of the groups whose connections are hidden. */
    Set<String> folded() {
        return groups.folded();
    }

    /** @param hide whether the connections of these groups are hidden, or shown again */
    void fold(Collection<String> names, boolean hide) {
        names.forEach(name -> groups.fold(name, hide));
        arrange();
    }

    /** As {@link #fold}, of every group that is there now. */
    void foldAll(boolean hide) {
        groups.foldAll(hide);
        arrange();
    }

    ObjectProperty<Counts> counts() {
        return counts;
    }

    void show(Show part) {
        show = part;
        arrange();
    }

    void filter(Predicate<Connection> newFilter) {
        filter = newFilter;
        arrange();
    }

    /** @param newOrders the one that counts most first; connections that are the same in all of them stand in the usual order */
    void order(List<KeyOrder<?>> newOrders) {
        orders = List.copyOf(newOrders);
        arrange();
    }

    /** @return those that are not as they were */
    List<LiveConnection> update(LiveState state) {
        List<LiveConnection> changed = rows.update(state.connections());
        if (state.at().toEpochMilli() - sortedAt >= RESORT_MILLIS || membersChanged()) {
            sortedAt = state.at().toEpochMilli();
            arrange();
        } else {
            groups.sum();
        }
        return changed;
    }

    /** The line of a connection, shown or not. */
    @Nullable
    ConnectionRow row(String id) {
        return rows.get(id);
    }

    private boolean membersChanged() {
        Counts before = counts.get();
        count();
        return !before.equals(counts.get());
    }

    private void arrange() {
        count();
        List<ConnectionRow> wanted = new ArrayList<>(rows.all().size());
        for (ConnectionRow row : rows.all().reversed()) {
            if (shown(row) && row.matches(filter)) {
                wanted.add(row);
            }
        }
        wanted.sort(USUAL);
        orders.reversed().forEach(order -> order.sort(wanted));
        List<Line> next = groups.lines(wanted, orders.isEmpty());
        if (!next.equals(lines)) {
            lines.setAll(next);
        }
    }

    private void count() {
        int live = 0;
        int matching = 0;
        for (ConnectionRow row : rows.all()) {
            live += row.live() ? 1 : 0;
            matching += row.matches(filter) ? 1 : 0;
        }
        Counts now = new Counts(live, rows.all().size() - live, matching);
        if (!now.equals(counts.get())) {
            counts.set(now);
        }
    }

    private boolean shown(ConnectionRow row) {
        return switch (show) {
            case ALL -> true;
            case LIVE -> row.live();
            case CLOSED -> !row.live();
        };
    }
}
