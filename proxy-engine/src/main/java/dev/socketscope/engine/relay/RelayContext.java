package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Counters;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.EngineConfig;
import dev.socketscope.engine.journal.FrameLog;
import dev.socketscope.engine.metrics.MetricsHub;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.EventExecutor;
import java.util.Map;

/** What the handlers of one engine share. */
record RelayContext(EngineConfig.Capture capture, LiveRoutes routes, UpstreamConnector connector, Admission admission,
        Tally tally,
        EngineEvents events, FrameLog frames, WallClock clock, ConnectionRegistry registry, ResumeSessions sessions,
        PollSessions polls, HmrPages pages, FaultBoard faults, BreakpointBoard breakpoints,
        Timing timing, Map<EventExecutor, LoopState> loops, MetricsHub metrics, ClientTls tls, Seldom seldom) {

    LoopState loop(EventLoop loop) {
        LoopState state = loops.get(loop);
        if (state == null) {
            throw new IllegalStateException("Not one of the engine's event loops");
        }
        return state;
    }

    /** What went one way on all loops since the start. */
    Connection.Traffic traffic(Direction direction) {
        Connection.Traffic sum = Connection.Traffic.NONE;
        for (LoopState state : loops.values()) {
            sum = sum.plus(state.traffic(direction).read());
        }
        return sum;
    }

    Counters counters() {
        return new Counters(registry.live(), tally.openedConnections(), tally.failedHandshakes(),
                traffic(Direction.TO_UPSTREAM), traffic(Direction.TO_CLIENT), tally.errors(), tally.httpRequests(),
                frames.endSeq(), frames.evicted(), frames.bytes(), tally.upkeep());
    }

    UpstreamPool pool(EventLoop loop) {
        return loop(loop).pool();
    }
}
