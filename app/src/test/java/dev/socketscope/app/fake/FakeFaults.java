package dev.socketscope.app.fake;

import dev.socketscope.engine.api.ArmedFault;
import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.EndingFault;
import dev.socketscope.engine.api.Event;
import dev.socketscope.engine.api.Fault;
import dev.socketscope.engine.api.FaultStatus;
import dev.socketscope.engine.api.FaultType;
import dev.socketscope.engine.api.Reply;
import dev.socketscope.engine.api.TransportFault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What is armed in a fake engine; nothing fires by itself. */
public final class FakeFaults {
    private final List<FaultStatus> armed = new CopyOnWriteArrayList<>();
    private final List<String> warnings = new CopyOnWriteArrayList<>();
    private int next = 1;

    /** The one armed first at the front. */
    public List<FaultStatus> all() {
        return List.copyOf(armed);
    }

    /** Warns of this from now on, whatever is armed. */
    public void warn(String warning) {
        warnings.add(warning);
    }

    Reply arm(Fault fault) {
        ArmedFault fresh = new ArmedFault("flt_new" + next++, fault, Instant.now());
        armed.add(new FaultStatus(fresh, 0, null, fresh.expiresAt()));
        return new Reply.Armed(fresh.id(), warnings);
    }

    Reply disarm(String id) {
        return armed.removeIf(status -> status.armed().id().equals(id)) ? new Reply.Done("Disarmed " + id + ".")
                : new Reply.Refused("There is no armed fault " + id + ".");
    }

    Reply disarmAll() {
        armed.clear();
        return new Reply.Done("Disarmed all.");
    }

    /** A fault that slows a connection down, and one that has cut another one off. */
    void fill() {
        Instant now = Instant.now();
        Fault slow = Fault.of(new TransportFault.Latency(Duration.ofMillis(250), Duration.ofMillis(50),
                TransportFault.Distribution.UNIFORM));
        Fault cut = Fault.of(new EndingFault.Disconnect(Command.Legs.UPSTREAM, Command.Mode.RST, 1000, ""))
                .called("cut upstream");
        armed.add(new FaultStatus(new ArmedFault("flt_latency", slow, now.minusSeconds(95)), 2, now.minusSeconds(94),
                null));
        armed.add(new FaultStatus(new ArmedFault("flt_cut", cut, now.minusSeconds(14)), 1, now.minusSeconds(13), null));
    }

    /** The one that slows down acted for a while before, too. */
    static void tell(FakeEngine engine) {
        Instant now = Instant.now();
        String name = "latency 250 ± 50 ms";
        engine.tell(seq -> new Event.FaultArmed(seq, now.minusSeconds(150), "flt_1", FaultType.LATENCY, name));
        engine.tell(seq -> new Event.FaultFired(seq, now.minusSeconds(149), "ws_7f3a", "flt_1", FaultType.LATENCY, ""));
        engine.tell(seq -> new Event.FaultDisarmed(seq, now.minusSeconds(100), "flt_1", FaultType.LATENCY, name,
                Event.DisarmReason.USER));
        engine.tell(seq -> new Event.FaultArmed(seq, now.minusSeconds(29), "flt_cut", FaultType.DISCONNECT,
                "cut upstream"));
    }
}
