package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Leg;
import dev.socketscope.engine.fault.ConnectionFacts;
import dev.socketscope.engine.fault.ConnectionFaults;
import dev.socketscope.engine.fault.Ending;
import dev.socketscope.engine.fault.Endings;
import dev.socketscope.engine.fault.FaultRules;
import dev.socketscope.engine.fault.Waits;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Executes the faults of one tunnel. Belongs to the tunnel's event loop; costs nothing while no fault was ever in scope. */
final class TunnelFaults implements Endings.Life {
    private final RelayContext relay;
    private final Tunnel tunnel;
    private final long openedNanos = System.nanoTime();
    private long ordinal = -1;
    private @Nullable ConnectionFaults faults;
    private @Nullable Future<?> timer;
    private boolean stopped;

    TunnelFaults(RelayContext relay, Tunnel tunnel) {
        this.relay = relay;
        this.tunnel = tunnel;
    }

    /** The connection's place among those like it, fixed when it opens. */
    void start() {
        WsConnection connection = tunnel.connection();
        ordinal = relay.faults().ordinal(connection.rule(), connection.path());
        refresh();
    }

    ConnectionFacts facts() {
        return facts(tunnel.connection(), ordinal,
                !tunnel.agreed().standAlone());
    }

    static ConnectionFacts facts(WsConnection connection, long ordinal, boolean takesOver) {
        return new ConnectionFacts(connection.id(), ordinal, connection.rule(), connection.path(), connection.sandbox(),
                takesOver, connection.dialect(), connection.policy().keepAlive());
    }

    /** The armed faults have changed, or their time has. */
    void refresh() {
        FaultRules now = relay.faults().rules();
        if (stopped || faults == null && now == FaultRules.NONE) {
            return;
        }
        ConnectionFaults mine = faults;
        if (mine == null) {
            mine = new ConnectionFaults(facts(), firing -> relay.faults().fired(tunnel.connection().id(), firing));
            faults = mine;
        }
        if (mine.use(now)) {
            tunnel.connection().faults(mine.ids());
        }
        for (Direction direction : Direction.values()) {
            Flow flow = tunnel.flow(direction);
            flow.gate().disturb(mine.frames(direction));
            flow.pace(mine.pacing(direction));
        }
        look();
    }

    /** Ends the connection if that is due, and looks again when it may be. */
    private void look() {
        ConnectionFaults mine = faults;
        if (timer != null) {
            timer.cancel(false);
            timer = null;
        }
        if (mine == null || stopped || tunnel.connection().close() != null) {
            return;
        }
        long now = System.nanoTime();
        boolean whole = !tunnel.leg(Leg.CLIENT).lost() && !tunnel.leg(Leg.UPSTREAM).lost();
        Ending ending = whole ? mine.endings().due(this, now) : null;
        if (ending != null) {
            end(ending);
        }
        long wait = mine.endings().untilNext(this, now);
        if (wait != Waits.NEVER && !stopped) {
            timer = tunnel.loop().schedule(this::look, Math.max(1_000_000, wait), TimeUnit.NANOSECONDS);
        }
    }

    /** A leg is back: a fault may have been waiting for it. */
    void legBack() {
        look();
    }

    void end(Ending ending) {
        tunnel.ending().byEngine().fault(ending);
    }

    /** Id of the fault that keeps the link to the upstream down; null when none does. */
    @Nullable
    String upstreamDown() {
        return faults == null ? null : faults.endings().down(Command.Legs.UPSTREAM, System.nanoTime());
    }

    /** How much later a leg's end is to reach the other leg. */
    long slowCloseNanos() {
        return faults == null ? 0 : faults.endings().slowCloseNanos(System.nanoTime());
    }

    @Override
    public long openedNanos() {
        return openedNanos;
    }

    @Override
    public long lastBytesNanos(Direction direction) {
        return tunnel.flow(direction).lastBytesNanos();
    }

    void stop() {
        stopped = true;
        if (timer != null) {
            timer.cancel(false);
        }
    }
}
