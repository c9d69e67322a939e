package dev.socketscope.app.payload;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A {@link Part} that is made in the background when it is looked at first. */
final class MadePart {
    /** Makes it; on a background thread. */
    @FunctionalInterface
    interface Maker {
        /** @param show may be called early, while the part still grows */
        void make(Indexing.Progress progress, Consumer<Part> show);
    }

    private final Maker maker;
    private final Indexing indexing;
    private final Runnable progressed;
    private volatile @Nullable Part made;
    private @Nullable Runnable stop;

    MadePart(Maker maker, Indexing indexing, Runnable progressed) {
        this.maker = maker;
        this.indexing = indexing;
        this.progressed = progressed;
    }

    /** What there is so far. */
    Part get() {
        if (stop == null) {
            stop = indexing.start(progress -> maker.make(progress, part -> made = part), progressed);
        }
        Part known = made;
        return known == null ? Part.NOTHING : known;
    }

    boolean complete() {
        Part known = made;
        return known != null && known.complete();
    }

    void stop() {
        Runnable running = stop;
        if (running != null) {
            running.run();
        }
    }
}
