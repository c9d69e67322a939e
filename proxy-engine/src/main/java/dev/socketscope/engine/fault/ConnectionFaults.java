package dev.socketscope.engine.fault;

import dev.socketscope.engine.api.CloseInfo;
import dev.socketscope.engine.api.Direction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The faults of one connection, as they are now. Belongs to the connection's thread. */
public final class ConnectionFaults {
    private final ConnectionFacts connection;
    private final FrameFaults toUpstreamFrames;
    private final FrameFaults toClientFrames;
    private final Pacing toUpstream;
    private final Pacing toClient;
    private FaultRules rules = FaultRules.NONE;
    private List<FaultRule> inScope = List.of();
    private final Endings endings;
    private final Grips grips;
    private final Blame blame = new Blame();

    public ConnectionFaults(ConnectionFacts connection, FiringListener tells) {
        FiringListener listener = firing -> {
            blame.acted(firing);
            tells.fired(firing);
        };
        this.connection = connection;
        this.toUpstreamFrames = new FrameFaults(Direction.TO_UPSTREAM, listener);
        this.toClientFrames = new FrameFaults(Direction.TO_CLIENT, listener);
        this.toUpstream = new Pacing(Direction.TO_UPSTREAM, listener);
        this.toClient = new Pacing(Direction.TO_CLIENT, listener);
        this.endings = new Endings(listener);
        this.grips = new Grips(connection);
    }

    /** @return whether anything about this connection has changed */
    public boolean use(FaultRules now) {
        if (now == rules) {
            return false;
        }
        rules = now;
        List<FaultRule> mine = now.inScope(connection);
        if (mine.equals(inScope)) {
            return false;
        }
        inScope = mine;
        grips.keepOnly(mine);
        endings.use(mine, grips);
        for (Direction direction : Direction.values()) {
            frames(direction).use(mine, connection);
            pacing(direction).use(mine, connection, grips);
        }
        return true;
    }

    public FrameFaults frames(Direction direction) {
        return direction == Direction.TO_UPSTREAM ? toUpstreamFrames : toClientFrames;
    }

    public Pacing pacing(Direction direction) {
        return direction == Direction.TO_UPSTREAM ? toUpstream : toClient;
    }

    public Endings endings() {
        return endings;
    }

    /**
     * The id of the fault that a peer's end most probably goes back to; null when none is known to lead to that.
     *
     * @param manner how the peer ended the connection
     * @param code of its Close frame
     * @param pings whether that peer sends pings, so that it may have missed a pong
     */
    public @Nullable String blamed(CloseInfo.Manner manner, int code, boolean pings) {
        return blame.of(manner, code, pings, ids());
    }

    /** Ids, in the order of arming. */
    public List<String> ids() {
        return inScope.stream().map(FaultRule::id).toList();
    }
}
