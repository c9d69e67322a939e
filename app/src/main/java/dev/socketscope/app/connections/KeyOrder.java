package dev.socketscope.app.connections;

import dev.socketscope.app.live.LiveConnection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * An order of connections by something that is found out once for each of them, and not again with every comparison.
 *
 * @param key what connections are compared by
 */
record KeyOrder<K>(Function<LiveConnection, K> key, Comparator<? super K> by) {
    private record Keyed<K>(K key, ConnectionRow row) {}

    static <K extends Comparable<? super K>> KeyOrder<K> natural(Function<LiveConnection, K> key) {
        return new KeyOrder<>(key, Comparator.naturalOrder());
    }

    KeyOrder<K> reversed() {
        return new KeyOrder<>(key, by.reversed());
    }

    /** Rows that are the same in this order stay as they stand. */
    void sort(List<ConnectionRow> rows) {
        List<Keyed<K>> keyed = new ArrayList<>(rows.size());
        rows.forEach(row -> keyed.add(new Keyed<>(key.apply(row.get()), row)));
        keyed.sort((one, other) -> by.compare(one.key(), other.key()));
        for (int i = 0; i < keyed.size(); i++) {
            rows.set(i, keyed.get(i).row());
        }
    }
}
