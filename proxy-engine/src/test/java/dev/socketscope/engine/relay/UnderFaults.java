package dev.socketscope.engine.relay;

import static dev.socketscope.engine.relay.WireText.fromUpstream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.api.CloseInfo;
import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Event;
import dev.socketscope.engine.api.Fault;
import dev.socketscope.engine.api.FaultMatch;
import dev.socketscope.engine.api.FaultSpec;
import dev.socketscope.engine.api.HandshakeFault;
import dev.socketscope.engine.api.Reply;
import dev.socketscope.engine.api.TunnelPolicy;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;

/** An open tunnel between two raw sockets, on which a test arms faults. */
abstract class UnderFaults {
    static final FaultMatch DOWN = FaultMatch.ANY.going(Direction.TO_CLIENT);
    static final FaultMatch UP = FaultMatch.ANY.going(Direction.TO_UPSTREAM);

    final RawTunnel t;

    UnderFaults() {
        this(TunnelPolicy.PASSIVE);
    }

    UnderFaults(TunnelPolicy policy) {
        t = new RawTunnel(policy);
    }

    @AfterEach
    void stop() {
        t.close();
    }

    String arm(FaultSpec spec, FaultMatch match) {
        return arm(Fault.of(spec).on(match));
    }

    String arm(Fault fault) {
        return arm(t, fault);
    }

    /** Arms the fault and waits until it acts on the tunnel. @return its id */
    static String arm(RawTunnel on, Fault fault) {
        Reply reply = Engines.submit(on.engine, new Command.ArmFault(fault));
        assertThat(reply).isInstanceOf(Reply.Armed.class);
        String id = ((Reply.Armed) reply).id();
        if (!(fault.spec() instanceof HandshakeFault)) {
            await().until(() -> !on.connection().live() || on.connection().close() != null
                    || on.connection().faults().contains(id));
        }
        return id;
    }

    void disarm(String id) {
        assertThat(Engines.submit(t.engine, new Command.DisarmFault(id))).isInstanceOf(Reply.Done.class);
        await().until(() -> !t.connection().faults().contains(id));
    }

    List<Event.FaultFired> fired() {
        return Engines.events(t.engine, Event.FaultFired.class);
    }

    /** How the connection has begun to end, as soon as it has. */
    CloseInfo awaitClose() {
        return awaitClose(t);
    }

    static CloseInfo awaitClose(RawTunnel on) {
        await().until(() -> on.connection().close() != null);
        return Objects.requireNonNull(on.connection().close());
    }

    void fromServer(String... texts) {
        for (String text : texts) {
            t.upstream.send(fromUpstream(text));
        }
    }

    String atClient() {
        return WireText.read(t.client).text();
    }

    /** The next so many messages that the client gets. */
    List<String> atClient(int count) {
        return Stream.generate(this::atClient).limit(count).toList();
    }
}
