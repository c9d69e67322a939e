package dev.socketscope.app.payload;

import dev.socketscope.app.controls.IntChunks;

/** The objects and arrays of indexed JSON, in the order in which they open. Each is known by its place in that order. */
final class JsonContainers {
    static final int NONE = -1;
    /** As the closing line of a container that has not been closed yet. */
    static final int OPEN = Integer.MAX_VALUE;

    private final IntChunks opens = new IntChunks();
    private final IntChunks closes = new IntChunks();
    private final IntChunks parents = new IntChunks();
    private final IntChunks places = new IntChunks();
    private final IntChunks sizes = new IntChunks();
    private int current = NONE;

    void open(int line) {
        value();
        opens.add(line);
        closes.add(OPEN);
        parents.add(current);
        places.add(current == NONE ? 0 : sizes.get(current) - 1);
        sizes.add(0);
        current = opens.filled() - 1;
    }

    void close(int line) {
        closes.set(current, line);
        current = parents.get(current);
    }

    /** One more value stands in the container that is open. */
    void value() {
        if (current != NONE) {
            sizes.set(current, sizes.get(current) + 1);
        }
    }

    /** Whether nothing came since the container that is open began. */
    boolean isEmpty(int lines) {
        return opens.get(current) == lines - 1;
    }

    void publish() {
        closes.publish();
        parents.publish();
        places.publish();
        sizes.publish();
        opens.publish();
    }

    int count() {
        return opens.filled();
    }

    int openLine(int container) {
        return opens.get(container);
    }

    /** The line of its closing bracket; its own line when it is empty; {@link #OPEN} while unknown. */
    int closeLine(int container) {
        return closes.get(container);
    }

    /** The container around it, or {@link #NONE}. */
    int parent(int container) {
        return parents.get(container);
    }

    /** How many values stand in it. */
    int size(int container) {
        return sizes.get(container);
    }

    /** Which value of the container around it it is, from 0. */
    int place(int container) {
        return places.get(container);
    }

    /** The container that begins or ends with the line, or {@link #NONE}. */
    int at(int line) {
        int last = lastBefore(line);
        int container = climb(last, line);
        boolean its = container != NONE && (openLine(container) == line || closeLine(container) == line);
        return its ? container : NONE;
    }

    /** The container that the line stands in, not counting one that begins or ends with the line. */
    int around(int line) {
        int container = climb(lastBefore(line), line);
        boolean its = container != NONE && (openLine(container) == line || closeLine(container) == line);
        return its ? parent(container) : container;
    }

    /** How many containers stand around it. */
    int depth(int container) {
        int depth = 0;
        for (int outer = container; outer != NONE; outer = parent(outer)) {
            depth++;
        }
        return depth;
    }

    /** Which value of its container a line is, from 0. */
    int placeOf(int line) {
        int own = at(line);
        if (own != NONE) {
            return place(own);
        }
        int around = around(line);
        int before = lastBefore(line);
        while (before != NONE && before != around && parent(before) != around) {
            before = parent(before);
        }
        return before == around || before == NONE ? line - (around == NONE ? 0 : openLine(around) + 1)
                : place(before) + line - closeLine(before);
    }

    long memory() {
        return opens.memory() * 5;
    }

    private int lastBefore(int line) {
        return opens.floor(line, opens.size());
    }

    private int climb(int from, int line) {
        int container = from;
        while (container != NONE && closeLine(container) < line) {
            container = parent(container);
        }
        return container;
    }
}
