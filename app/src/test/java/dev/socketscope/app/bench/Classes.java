package dev.socketscope.app.bench;

import java.lang.management.ManagementFactory;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * How many bytes the objects of each class take on the heap. Only of classes that take much: what is remembered of thousands of others
 * would itself be what has grown.
 *
 * @param bytes by the name of the class
 */
record Classes(Map<String, Long> bytes) {
    private static final int MOST = 8;
    private static final int CELLS = 4;
    private static final long MUCH = 32 << 10;

    /** After a collection of its own. */
    static Classes now() {
        try {
            String table = (String) ManagementFactory.getPlatformMBeanServer()
                    .invoke(new ObjectName("com.sun.management:type=DiagnosticCommand"), "gcClassHistogram",
                            new Object[]{new String[0]}, new String[]{String[].class.getName()});
            return of(table);
        } catch (JMException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@code 12: 4321 98765 java.lang.String (java.base@25)}, a line for each class. */
    private static Classes of(String table) {
        Map<String, Long> bytes = new HashMap<>();
        table.lines().map(line -> line.strip().split("\\s+")).forEach(cells -> {
            if (cells.length >= CELLS && cells[0].matches("\\d+:")) {
                bytes.merge(cells[3], Long.parseLong(cells[2]), Long::sum);
            }
        });
        bytes.values().removeIf(taken -> taken < MUCH);
        return new Classes(Map.copyOf(bytes));
    }

    /** The classes that take most more than they did, in words. */
    String grownSince(Classes before) {
        return bytes.entrySet()
                .stream()
                .map(now -> Map.entry(now.getKey(), now.getValue() - before.bytes.getOrDefault(now.getKey(), 0L)))
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(MOST)
                .map(grown -> String.format(Locale.ROOT, "%s %+d KiB", grown.getKey(), grown.getValue() >> 10))
                .collect(Collectors.joining(", "));
    }
}
