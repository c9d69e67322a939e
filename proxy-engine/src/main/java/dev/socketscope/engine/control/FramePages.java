package dev.socketscope.engine.control;

import dev.socketscope.engine.api.Engine;
import dev.socketscope.engine.api.FilterException;
import dev.socketscope.engine.api.Frame;
import dev.socketscope.engine.api.FrameQuery;
import dev.socketscope.engine.api.FrameRow;
import dev.socketscope.engine.api.FrameView;
import dev.socketscope.engine.api.Payload;
import dev.socketscope.engine.wire.FrameJson;
import dev.socketscope.engine.wire.WireException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Pages of captured frames with their content. A view is opened for each, so nothing is kept between two calls; the filter gets
 * two seconds to look at the capture, and what it has not looked at by then is told as {@code pending}.
 */
final class FramePages {
    private static final int LONGEST_LOOK_MILLIS = 2_000;
    private static final int STEP_MILLIS = 5;
    private static final int MOST_CONTENT = 4 << 20;

    private final Engine engine;
    private final Payloads payloads;

    /**
     * @param missed frames, of any connection, that the capture had dropped behind the cursor before it was read
     * @param next pass it as {@code after}
     * @param pending captured frames that the filter has not looked at
     */
    record Page(long missed, List<FrameJson> frames, long next, long pending) {}

    FramePages(Engine engine, Payloads payloads) {
        this.engine = engine;
        this.payloads = payloads;
    }

    /** @throws WireException when the filter cannot be understood */
    Page read(Set<String> connections, String filter, long after, int limit) throws InterruptedException {
        try (FrameView view = engine.frames(new FrameQuery(connections, filter))) {
            awaitFilter(view);
            return page(view, after, limit);
        } catch (FilterException e) {
            throw new WireException("filter", '"' + filter + '"',
                    "a filter; " + e.getMessage() + " (at character " + (e.position() + 1) + ")");
        }
    }

    private static void awaitFilter(FrameView view) throws InterruptedException {
        for (int waited = 0; view.pending() > 0 && waited < LONGEST_LOOK_MILLIS; waited += STEP_MILLIS) {
            Thread.sleep(STEP_MILLIS);
        }
    }

    private Page page(FrameView view, long after, int limit) throws InterruptedException {
        long missed = Math.max(0, engine.counters().framesEvicted() - after);
        long pending = view.pending();
        List<FrameJson> frames = new ArrayList<>();
        int content = 0;
        long next = after;
        long row = view.rowAtOrAfter(after);
        for (; row < view.endRow() && frames.size() < limit && content < MOST_CONTENT; row++) {
            FrameRow found = view.row(row);
            if (found != null) {
                FrameJson frame = withContent(found.frame());
                frames.add(frame);
                content += frame.contentSize();
                next = frame.seq() + 1;
            }
        }
        return new Page(missed, frames, next, pending);
    }

    private FrameJson withContent(Frame frame) throws InterruptedException {
        try {
            Optional<Payload> payload = payloads.frame(frame.seq());
            return payload.map(p -> FrameJson.of(frame, p)).orElseGet(() -> FrameJson.of(frame));
        } catch (Payloads.BusyException _) {
            return FrameJson.of(frame);
        }
    }
}
