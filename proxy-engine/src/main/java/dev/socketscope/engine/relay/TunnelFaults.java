package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.CloseInfo;
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

    /** Fixes the connection's place among those like it. Bytes that come from now on meet the faults. */
    void prepare() {
        WsConnection connection = tunnel.connection();
        ordinal = relay.faults().ordinal(connection.rule(), connection.path());
        apply();
    }

    /** The connection is open; it may be ended. */
    void start() {
        look();
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
        apply();
        look();
    }

    private void apply() {
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
            flow.gate().obstacles().disturb(mine.frames(direction));
            flow.pace(mine.pacing(direction));
        }
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

    /** A peer has ended the connection: the same, with the fault that this goes back to, if one is known. */
    CloseInfo explained(CloseInfo close) {
        if (faults == null || close.by() != CloseInfo.By.CLIENT && close.by() != CloseInfo.By.UPSTREAM) {
            return close;
        }
        Leg by = close.by() == CloseInfo.By.CLIENT ? Leg.CLIENT : Leg.UPSTREAM;
        String fault = faults.blamed(close.manner(), close.code(), tunnel.from(by).pings());
        return fault == null ? close
                : new CloseInfo(close.by(), close.manner(), close.code(), close.reason(), fault);
    }

    /** What is known of a leg's loss, and the fault that it goes back to, if one is known. */
    String explained(Leg leg, CloseInfo.Manner manner, String detail) {
        String fault = faults == null ? null
                : faults.blamed(manner, CloseInfo.ABNORMAL, tunnel.from(leg).pings());
        String because = "because of fault " + fault;
        return fault == null ? detail : detail.isEmpty() ? because : detail + ", " + because;
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
