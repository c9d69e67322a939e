package dev.socketscope.app.ring;

import dev.socketscope.engine.api.FrameQuery;
import dev.socketscope.engine.api.FrameRow;
import dev.socketscope.engine.api.FrameView;
import dev.socketscope.engine.api.Opcode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The frames of a ring, or those that hold a word; {@code not op:x} leaves an opcode out. */
final class RingView implements FrameView {
    private static final Pattern NOT = Pattern.compile("(?: and )?not op:(\\w+)");
    private final Ring ring;
    private final FrameQuery query;
    private final List<String> without;
    private final String word;
    private final List<Long> found = new ArrayList<>();
    private long looked;
    private boolean closed;

    RingView(Ring ring, FrameQuery query) {
        this.ring = ring;
        this.query = query;
        Matcher not = NOT.matcher(query.filter());
        without = not.results().map(one -> one.group(1)).toList();
        word = not.replaceAll("").replaceAll("[()]", "").strip();
    }

    private boolean everything() {
        return query.connections().isEmpty() && without.isEmpty() && word.isEmpty();
    }

    private synchronized List<Long> found() {
        looked = Math.max(looked, ring.first());
        for (; looked < ring.end() && !closed && !ring.filtersWait(); looked++) {
            FrameRow row = ring.get(looked);
            if (row != null && fits(row)) {
                found.add(looked);
            }
        }
        return found;
    }

    private boolean fits(FrameRow row) {
        Opcode opcode = row.frame().opcode();
        return (query.connections().isEmpty() || query.connections().contains(row.frame().connection()))
                && !without.contains(opcode.isControl() ? "control" : opcode.wireName())
                && row.preview().contains(word);
    }

    @Override
    public synchronized long firstRow() {
        return everything() ? ring.first() : found().stream().filter(seq -> seq < ring.first()).count();
    }

    @Override
    public synchronized long endRow() {
        return everything() ? ring.end() : found().size();
    }

    @Override
    public synchronized @Nullable FrameRow row(long number) {
        if (ring.rowsWait()) {
            return null;
        }
        if (everything()) {
            return ring.get(number);
        }
        return number < 0 || number >= found().size() ? null : ring.get(found.get((int) number));
    }

    @Override
    public synchronized long rowAtOrAfter(long seq) {
        return everything() ? Math.clamp(seq, ring.first(), ring.end())
                : found().stream().filter(one -> one < seq).count();
    }

    @Override
    public synchronized long pending() {
        return everything() || closed ? 0 : ring.end() - looked;
    }

    @Override
    public synchronized void close() {
        closed = true;
    }
}
