package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.Command.StartReplay;
import dev.socketscope.engine.api.ReplayPlan.Selection;
import dev.socketscope.engine.api.ReplayStatus;
import dev.socketscope.engine.api.Reply;
import dev.socketscope.engine.query.CaptureReader;
import dev.socketscope.engine.query.CapturedMessages.Found;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The replays of an engine, those under way and the latest that have ended. Any thread. */
final class Playbacks {
    private static final int MOST_AT_ONCE = 8;
    private static final int KEPT_AFTER_END = 20;

    private final CaptureReader capture;
    private final EngineEvents events;
    private final Map<String, Playback> running = new LinkedHashMap<>();
    private final ArrayDeque<ReplayStatus> ended = new ArrayDeque<>();
    private int number;
    private int loading;

    Playbacks(CaptureReader capture, EngineEvents events) {
        this.capture = capture;
        this.events = events;
    }

    synchronized List<ReplayStatus> status() {
        List<ReplayStatus> all = new ArrayList<>(ended);
        running.values().forEach(playback -> all.add(playback.status()));
        return all;
    }

    /** Reads the messages, and then begins on the tunnel's event loop. */
    CompletionStage<Reply> start(StartReplay command, Tunnel tunnel) {
        synchronized (this) {
            if (running.size() + loading >= MOST_AT_ONCE) {
                return CompletableFuture.completedStage(new Reply.Refused(
                        MOST_AT_ONCE + " replays are under way; wait for one to end, or cancel it."));
            }
            loading++;
        }
        return found(command.plan().selection())
                .thenApplyAsync(found -> loaded(command, tunnel, found), tunnel.loop())
                .whenComplete((_, _) -> notLoading())
                .exceptionally(e -> new Reply.Refused("The messages cannot be read now: " + e.getMessage() + "."));
    }

    private synchronized void notLoading() {
        loading--;
    }

    private CompletionStage<Found> found(Selection selection) {
        return switch (selection) {
            case Selection.Frames(List<Long> seqs) -> capture.select(messages -> messages.ofFrames(seqs));
            case Selection.Range range -> {
                int source = IdScramble.number(range.connection());
                yield capture.select(
                        messages -> messages.inRange(source, range.from(), range.to(), range.direction()));
            }
        };
    }

    private Reply loaded(StartReplay command, Tunnel tunnel, Found found) {
        return switch (found) {
            case Found.Missing(String problem) -> new Reply.Refused(problem);
            case Found.Messages messages when tunnel.connection().close() != null ->
                new Reply.Refused("Connection " + command.connection() + " is being closed.");
            case Found.Messages messages -> new Reply.Armed(begin(command, tunnel, messages), List.of());
        };
    }

    private String begin(StartReplay command, Tunnel tunnel, Found.Messages messages) {
        Playback playback;
        synchronized (this) {
            number++;
            playback = new Playback("rpl_" + number, tunnel, command.plan(), messages, this::finished);
            running.put(playback.status().id(), playback);
        }
        events.replayStarted(playback.status());
        playback.run();
        return playback.status().id();
    }

    private void finished(ReplayStatus last) {
        synchronized (this) {
            running.remove(last.id());
            ended.add(last);
            if (ended.size() > KEPT_AFTER_END) {
                ended.remove();
            }
        }
        events.replayFinished(last);
    }

    synchronized Reply cancel(String id) {
        Playback playback = running.get(id);
        if (playback == null) {
            return new Reply.Refused("No replay " + id + " is under way.");
        }
        playback.tunnel().loop().execute(playback::cancel);
        return new Reply.Done("Cancelling " + id + ".");
    }

    synchronized Reply cancelAll() {
        running.values().forEach(playback -> playback.tunnel().loop().execute(playback::cancel));
        return new Reply.Done(running.size() == 1 ? "Cancelling one replay."
                : "Cancelling " + running.size() + " replays.");
    }
}
