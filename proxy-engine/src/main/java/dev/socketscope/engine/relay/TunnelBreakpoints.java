package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.fault.BreakpointRule;
import dev.socketscope.engine.fault.ConnectionFacts;
import dev.socketscope.engine.fault.Stops;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The breakpoints of one tunnel. Belongs to the tunnel's event loop; costs nothing while none was ever set. */
final class TunnelBreakpoints {
    private final BreakpointBoard board;
    private final Tunnel tunnel;
    private Map<Direction, Stops> stops = Map.of();
    private boolean stopped;

    TunnelBreakpoints(BreakpointBoard board, Tunnel tunnel) {
        this.board = board;
        this.tunnel = tunnel;
    }

    /** The breakpoints have changed. */
    void refresh() {
        List<BreakpointRule> now = board.rules();
        if (stopped || stops.isEmpty() && now.isEmpty()) {
            return;
        }
        if (stops.isEmpty()) {
            stops = new EnumMap<>(Direction.class);
        }
        ConnectionFacts facts = tunnel.faults().facts();
        for (Direction direction : Direction.values()) {
            Stops here = stops.computeIfAbsent(direction, way -> new Stops(facts, way));
            here.use(now);
            tunnel.flow(direction).gate().obstacles().stopAt(here, board);
        }
    }

    void stop() {
        stopped = true;
    }
}
