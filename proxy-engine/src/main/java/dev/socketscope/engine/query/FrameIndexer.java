package dev.socketscope.engine.query;

import dev.socketscope.engine.journal.FrameStore;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The one thread that looks at new frames for all indexed views.
 *
 * <pre>
 *   scan each view for a slice ──► more to do? ──yes──► again at once
 *            ▲                         │ no
 *            └── a frame is captured ──┴──► rest ──► park
 * </pre>
 *
 * The rest bounds what a steady stream costs: frames are looked at in lots, some fifty times a second, and writers wake the thread
 * no more often than that.
 */
final class FrameIndexer implements AutoCloseable {
    private static final long SLICE_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
    private static final long REST_NANOS = TimeUnit.MILLISECONDS.toNanos(15);

    /** How far a view got. */
    enum Progress {
        /** It has looked at everything. */
        DONE,
        /** It waits for something that is not a new frame. */
        WAITING,
        /** Its slice was over before the work was. */
        MORE;

        Progress and(Progress other) {
            return compareTo(other) > 0 ? this : other;
        }
    }

    private final FrameStore log;
    private final List<IndexedFrameView> views = new CopyOnWriteArrayList<>();
    private final Thread thread;
    /** Set when there is something else to look at than new frames. */
    private volatile boolean called;
    private volatile boolean closed;

    FrameIndexer(FrameStore log) {
        this.log = log;
        this.thread = Thread.ofPlatform().daemon().name("frame-index").unstarted(this::run);
    }

    /** Begins to keep the view up to date. */
    void add(IndexedFrameView view) {
        views.add(view);
        synchronized (thread) {
            if (thread.getState() == Thread.State.NEW && !closed) {
                thread.start();
            }
        }
        call();
    }

    private void call() {
        called = true;
        LockSupport.unpark(thread);
    }

    void remove(IndexedFrameView view) {
        views.remove(view);
    }

    private void run() {
        try (FrameReader reader = new FrameReader(log)) {
            while (!closed) {
                called = false;
                long seen = log.endSeq();
                Progress progress = Progress.DONE;
                for (IndexedFrameView view : views) {
                    progress = progress.and(scan(view, reader));
                }
                rest(progress, seen);
            }
        }
    }

    private Progress scan(IndexedFrameView view, FrameReader reader) {
        try {
            return view.scan(reader, System.nanoTime() + SLICE_NANOS);
        } catch (RuntimeException e) {
            // One view must not take the others with it: it stands still, and the fault is told where faults are told.
            view.close();
            thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
            return Progress.DONE;
        }
    }

    private void rest(Progress progress, long seen) {
        if (progress == Progress.MORE) {
            return;
        }
        LockSupport.parkNanos(this, REST_NANOS);
        if (progress == Progress.DONE && !called) {
            park(seen);
        }
    }

    private void park(long seen) {
        if (views.isEmpty()) {
            LockSupport.park(this);
        } else {
            log.parkUntilGrown(seen);
        }
    }

    @Override
    public void close() {
        closed = true;
        call();
    }
}
