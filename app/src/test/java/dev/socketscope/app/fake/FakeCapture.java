package dev.socketscope.app.fake;

import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.FilterException;
import dev.socketscope.engine.api.Frame;
import dev.socketscope.engine.api.FrameQuery;
import dev.socketscope.engine.api.FrameRow;
import dev.socketscope.engine.api.FrameView;
import dev.socketscope.engine.api.Opcode;
import dev.socketscope.engine.api.Payload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Frames in a list, with text payloads only; a filter is a piece of text that the preview must hold. */
final class FakeCapture {
    private final List<FrameRow> rows = new CopyOnWriteArrayList<>();
    private long bytes;

    void add(String connection, Direction direction, String text) {
        long seq = rows.size();
        int length = text.getBytes(StandardCharsets.UTF_8).length;
        Frame frame = new Frame(seq, System.currentTimeMillis() * 1000, connection, direction, 0x81,
                direction == Direction.TO_UPSTREAM, length, length, false, false, 40 + seq * 37 % 900, seq, false,
                false,
                List.of());
        rows.add(new FrameRow(frame, text, true));
        bytes += 96 + length;
    }

    long end() {
        return rows.size();
    }

    long bytes() {
        return bytes;
    }

    Optional<Payload> payload(long seq) {
        if (seq < 0 || seq >= rows.size()) {
            return Optional.empty();
        }
        byte[] content = rows.get((int) seq).preview().getBytes(StandardCharsets.UTF_8);
        return Optional.of(new Payload(seq, seq, Opcode.TEXT, content, content.length, false, true, null));
    }

    FrameView view(FrameQuery query) throws FilterException {
        if (query.filter().contains("(")) {
            throw new FilterException("Expected a word, not (", query.filter().indexOf('('));
        }
        return new View(query);
    }

    private final class View implements FrameView {
        private final FrameQuery query;
        private int[] matches = {};
        private int looked;

        View(FrameQuery query) {
            this.query = query;
        }

        private synchronized int[] matches() {
            int end = rows.size();
            if (end > looked) {
                IntStream fresh = IntStream.range(looked, end).filter(i -> matches(rows.get(i)));
                matches = IntStream.concat(IntStream.of(matches), fresh).toArray();
                looked = end;
            }
            return matches;
        }

        private boolean matches(FrameRow row) {
            return (query.connections().isEmpty() || query.connections().contains(row.frame().connection()))
                    && row.preview().contains(query.filter());
        }

        @Override
        public long firstRow() {
            return 0;
        }

        @Override
        public long endRow() {
            return matches().length;
        }

        @Override
        public @Nullable FrameRow row(long number) {
            int[] found = matches();
            return number < 0 || number >= found.length ? null : rows.get(found[(int) number]);
        }

        @Override
        public long rowAtOrAfter(long seq) {
            return IntStream.of(matches()).filter(i -> i < seq).count();
        }

        @Override
        public long pending() {
            return 0;
        }

        @Override
        public void close() {}
    }
}
