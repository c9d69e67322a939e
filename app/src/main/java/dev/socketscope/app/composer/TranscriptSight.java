package dev.socketscope.app.composer;

import dev.socketscope.app.composer.Transcript.Entry;
import dev.socketscope.app.controls.RowSource;
import dev.socketscope.engine.api.Opcode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The entries of a transcript that somebody wants to see: with or without heartbeats, with some words in them. JavaFX thread only. */
final class TranscriptSight implements RowSource<Entry> {
    private final Transcript transcript;
    private final List<Entry> seen = new ArrayList<>();
    private boolean heartbeats = true;
    private String words = "";
    private long gone;
    private long next;

    TranscriptSight(Transcript transcript) {
        this.transcript = transcript;
    }

    /** @param shown whether Pings and Pongs are */
    void heartbeats(boolean shown) {
        heartbeats = shown;
        again();
    }

    /** @param wanted whatever case it has; empty for all */
    void words(String wanted) {
        words = wanted.strip().toLowerCase(Locale.ROOT);
        again();
    }

    /** Whether something may be left out. */
    boolean isNarrowed() {
        return !heartbeats || !words.isEmpty();
    }

    int size() {
        return seen.size();
    }

    /** Takes over what the transcript has got and lost. */
    void refresh() {
        int lost = 0;
        while (lost < seen.size() && seen.get(lost).number() < transcript.first()) {
            lost++;
        }
        seen.subList(0, lost).clear();
        gone += lost;
        for (next = Math.max(next, transcript.first()); next < transcript.end(); next++) {
            Entry entry = transcript.row(next);
            if (entry != null && wanted(entry)) {
                seen.add(entry);
            }
        }
    }

    private void again() {
        seen.clear();
        gone = 0;
        next = 0;
        refresh();
    }

    private boolean wanted(Entry entry) {
        boolean heartbeat = entry.opcode() == Opcode.PING || entry.opcode() == Opcode.PONG;
        return (heartbeats || !heartbeat)
                && (words.isEmpty() || TranscriptText.whole(entry).toLowerCase(Locale.ROOT).contains(words));
    }

    @Override
    public long first() {
        return gone;
    }

    @Override
    public long end() {
        return gone + seen.size();
    }

    @Override
    public @Nullable Entry row(long number) {
        return number < gone || number >= end() ? null : seen.get((int) (number - gone));
    }

    @Override
    public long key(Entry entry) {
        return entry.number();
    }

    @Override
    public long numberAtOrAfter(long key) {
        int low = 0;
        int high = seen.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (seen.get(middle).number() < key) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return gone + low;
    }
}
