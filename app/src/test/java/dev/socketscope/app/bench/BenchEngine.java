package dev.socketscope.app.bench;

import dev.socketscope.app.fake.QuietEngine;
import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.Connection.Traffic;
import dev.socketscope.engine.api.Counters;
import dev.socketscope.engine.api.EngineConfig;
import dev.socketscope.engine.api.EngineInfo;
import dev.socketscope.engine.api.FilterException;
import dev.socketscope.engine.api.FrameQuery;
import dev.socketscope.engine.api.FrameView;
import dev.socketscope.engine.api.Payload;
import dev.socketscope.engine.api.Reply;
import dev.socketscope.engine.journal.FrameLog;
import dev.socketscope.engine.query.FrameViews;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The real capture and its real views, filled by the bench instead of by sockets. */
final class BenchEngine extends QuietEngine {
    final FrameLog log = new FrameLog(EngineConfig.Capture.DEFAULT.maxBytes(),
            EngineConfig.Capture.DEFAULT.maxPayload(),
            number -> connections().get(number).id());
    private final FrameViews views = new FrameViews(log, id -> connection(id).orElse(null));
    private volatile @Nullable Payload message;

    /** What every message is from now on. */
    void message(Payload payload) {
        message = payload;
    }

    @Override
    public EngineInfo info() {
        return new EngineInfo("Bench", "0", "127.0.0.1:0", "none", Instant.EPOCH, EngineConfig.Capture.DEFAULT,
                EngineConfig.Limits.DEFAULT, List.of(new EngineInfo.RouteInfo("*/", "http://127.0.0.1:5173")));
    }

    @Override
    public Counters counters() {
        var traffic = new Traffic(log.endSeq(), log.endSeq(), log.endSeq() * 170);
        return new Counters(2, 2, 0, Traffic.NONE, traffic, 0, 0, log.endSeq(), log.evicted(), log.bytes(),
                Counters.Upkeep.NONE);
    }

    @Override
    public FrameView frames(FrameQuery query) throws FilterException {
        return views.open(query);
    }

    @Override
    public CompletionStage<Optional<Payload>> framePayload(long seq) {
        return CompletableFuture.completedFuture(Optional.ofNullable(message));
    }

    @Override
    public CompletionStage<Reply> submit(Command command) {
        return CompletableFuture.completedFuture(new Reply.Refused("This is a bench"));
    }

    @Override
    public void close() {
        views.close();
    }
}
