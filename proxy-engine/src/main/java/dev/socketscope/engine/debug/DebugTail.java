package dev.socketscope.engine.debug;

import dev.socketscope.engine.api.Engine;
import dev.socketscope.engine.api.EventPage;
import dev.socketscope.engine.api.FilterException;
import dev.socketscope.engine.api.FrameQuery;
import dev.socketscope.engine.api.FrameRow;
import dev.socketscope.engine.api.FrameView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the events and frames of an engine as lines, with a cursor of its own: when it is asked too seldom, a line says how many
 * others are missing, and the traffic never notices. Used by one thread at a time.
 */
public final class DebugTail implements AutoCloseable {
    private static final int MOST_AT_ONCE = 1_000;
    /** So often a row of a remote engine is waited for. */
    private static final int PATIENCE = 40;

    private final Engine engine;
    private final List<DebugLine> first = new ArrayList<>();
    private final @Nullable FrameView frames;
    private long nextEvent;
    private long nextRow;
    private int waited;

    private DebugTail(Engine engine) {
        this.engine = engine;
        this.frames = view(engine);
    }

    /** Begins with the oldest event and frame that the engine still has. */
    public static DebugTail fromOldest(Engine engine) {
        return new DebugTail(engine);
    }

    /** Begins with the oldest event, and with some of the newest frames. */
    public static DebugTail fromNewest(Engine engine, int frames) {
        DebugTail tail = new DebugTail(engine);
        if (tail.frames != null) {
            tail.nextRow = Math.max(tail.frames.firstRow(), tail.frames.endRow() - frames);
        }
        return tail;
    }

    /** An engine that cannot show frames still has events to tell. */
    private @Nullable FrameView view(Engine asked) {
        try {
            return asked.frames(FrameQuery.ALL);
        } catch (FilterException e) {
            first.add(DebugLine.noMessages(Instant.now(), String.valueOf(e.getMessage())));
            return null;
        }
    }

    /** What is new, at most 1,000 events and 1,000 frames, in order of time; empty when nothing is. */
    public List<DebugLine> pull() {
        List<DebugLine> lines = new ArrayList<>(first);
        first.clear();
        pullEvents(lines);
        if (frames != null) {
            pullFrames(frames, lines);
        }
        lines.sort(Comparator.comparing(DebugLine::at));
        return lines;
    }

    private void pullEvents(List<DebugLine> lines) {
        EventPage page = engine.events(nextEvent, MOST_AT_ONCE);
        nextEvent = page.next();
        if (page.missed() > 0) {
            lines.add(DebugLine.missed(Instant.now(), "events", page.missed()));
        }
        page.events().forEach(event -> lines.add(DebugLine.of(event)));
    }

    private void pullFrames(FrameView view, List<DebugLine> lines) {
        long missed = Math.max(0, view.firstRow() - nextRow);
        long from = nextRow + missed;
        long end = Math.min(view.endRow(), from + MOST_AT_ONCE);
        nextRow = from;
        while (nextRow < end) {
            FrameRow row = view.row(nextRow);
            if (row == null && nextRow >= view.firstRow() && waited++ < PATIENCE) {
                break;
            }
            waited = 0;
            nextRow++;
            if (row == null) {
                missed++;
            } else {
                lines.add(DebugLine.of(row.frame()));
            }
        }
        if (missed > 0) {
            lines.add(DebugLine.missed(Instant.now(), "frames", missed));
        }
    }

    @Override
    public void close() {
        if (frames != null) {
            frames.close();
        }
    }
}
