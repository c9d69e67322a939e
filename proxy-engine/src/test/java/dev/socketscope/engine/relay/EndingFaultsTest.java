package dev.socketscope.engine.relay;

import static dev.socketscope.engine.relay.WireText.fromUpstream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.api.CloseInfo;
import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.Command.Legs;
import dev.socketscope.engine.api.Command.Mode;
import dev.socketscope.engine.api.EndingFault;
import dev.socketscope.engine.api.Event;
import dev.socketscope.engine.api.Fault;
import dev.socketscope.engine.api.FaultMatch;
import dev.socketscope.engine.api.FaultType;
import dev.socketscope.engine.api.TransportFault;
import dev.socketscope.engine.api.TunnelPolicy;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Faults that end connections, as their peers see it. */
class EndingFaultsTest extends UnderFaults {
    @ParameterizedTest
    @EnumSource(Mode.class)
    void disconnectEndsALiveConnectionAsAsked(Mode mode) {
        String id = arm(new EndingFault.Disconnect(Legs.BOTH, mode, 4003, "because"), FaultMatch.ANY);
        switch (mode) {
            case CLOSE -> assertThat(WireText.read(t.client).close()).isEqualTo("4003 because");
            case FIN -> assertThat(t.client.readToEnd()).isEmpty();
            case RST -> Assertions.assertThatThrownBy(t.client::readToEnd).hasMessageContaining("reset");
        }
        await().until(() -> t.connection().close() != null);
        assertThat(t.connection().close()).extracting(CloseInfo::by, CloseInfo::fault)
                .containsExactly(CloseInfo.By.FAULT, id);
    }

    @Test
    void disconnectInPlaceOfAMessage() {
        arm(new EndingFault.Disconnect(Legs.BOTH, Mode.FIN, 1000, ""), DOWN.saying("poison"));
        fromServer("harmless", "poison");
        assertThat(atClient()).isEqualTo("harmless");
        assertThat(t.client.readToEnd()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void whatCameBeforeThatMessageInTheSameReadArrives(Mode mode) {
        arm(new EndingFault.Disconnect(Legs.BOTH, mode, 4003, "because"), DOWN.saying("poison"));
        t.upstream.send(join(fromUpstream("one"), fromUpstream("two"), fromUpstream("poison"), fromUpstream("four")));
        assertThat(atClient(2)).containsExactly("one", "two");
        switch (mode) {
            case CLOSE -> assertThat(WireText.read(t.client).close()).isEqualTo("4003 because");
            case FIN -> assertThat(t.client.readToEnd()).isEmpty();
            case RST -> Assertions.assertThatThrownBy(t.client::readToEnd).hasMessageContaining("reset");
        }
    }

    private static byte[] join(byte[]... frames) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Stream.of(frames).forEach(all::writeBytes);
        return all.toByteArray();
    }

    @Test
    void idleCutWaitsForSilence() {
        arm(new EndingFault.IdleCut(Duration.ofMillis(300)), FaultMatch.ANY);
        fromServer("still busy");
        assertThat(atClient()).isEqualTo("still busy");
        assertThat(t.client.readToEnd()).isEmpty();
        assertThat(fired()).singleElement().extracting(Event.FaultFired::type).isEqualTo(FaultType.IDLE_CUT);
    }

    @Test
    void maxLifetimeEndsWhatIsOldEnough() {
        arm(new EndingFault.MaxLifetime(Duration.ofMillis(100)), FaultMatch.ANY);
        assertThat(t.client.readToEnd()).isEmpty();
    }

    @Test
    void slowCloseKeepsTheEndBack() {
        arm(new EndingFault.SlowClose(Duration.ofMillis(300)), FaultMatch.ANY);
        long start = System.nanoTime();
        t.upstream.fin();
        assertThat(t.client.readToEnd()).isEmpty();
        assertThat(System.nanoTime() - start).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(290));
    }

    @Test
    void aLinkThatFlapsIsDialledAgainWhenItIsUp() {
        try (RawTunnel held = new RawTunnel(TunnelPolicy.DEFAULT
                .with(new dev.socketscope.engine.api.Reconnect(Duration.ofMillis(50), Duration.ofMillis(100), 2, 0,
                        50)))) {
            Engines.submit(held.engine, new Command.ArmFault(Fault.of(new EndingFault.Flap(Duration.ofMillis(400),
                    Duration.ofSeconds(60), null, Legs.UPSTREAM, Mode.RST))));
            await().until(() -> held.connection().survival().away() != null);
            try (Raw again = held.upstreamAgain()) {
                again.send(fromUpstream("up again"));
                assertThat(WireText.read(held.client).text()).isEqualTo("up again");
            }
            assertThat(Engines.events(held.engine, Event.ReconnectFailed.class)).isNotEmpty()
                    .allMatch(e -> e.reason().contains("keeps the link down"));
        }
    }

    @Test
    void onlyTheLegThatWasAskedForGetsTheCloseFrame() {
        String id = arm(new EndingFault.Disconnect(Legs.UPSTREAM, Mode.CLOSE, 1013, "try later"), FaultMatch.ANY);
        assertThat(WireText.read(t.upstream).close()).isEqualTo("1013 try later");
        assertThat(awaitClose()).isEqualTo(new CloseInfo(CloseInfo.By.FAULT, CloseInfo.Manner.CLOSE_FRAME, 1013,
                "try later", id));
        assertThat(t.client.readToEnd()).as("it sees no Close frame").isEmpty();
    }

    static Stream<Fault> ends() {
        return Stream.of(new EndingFault.Disconnect(Legs.BOTH, Mode.RST, 1000, ""),
                new EndingFault.MaxLifetime(Duration.ofMillis(50)), new EndingFault.IdleCut(Duration.ofMillis(50)),
                new EndingFault.Flap(Duration.ofMillis(100), Duration.ofMinutes(1), null, Legs.BOTH, Mode.FIN),
                new TransportFault.MaxBytes(3)).map(Fault::of);
    }

    @ParameterizedTest
    @MethodSource("ends")
    void everyCloseNamesItsFaultAndEveryFiringIsAnEvent(Fault fault) {
        String id = arm(fault);
        if (fault.spec() instanceof TransportFault) {
            fromServer("more than three bytes");
        }
        assertThat(awaitClose()).extracting(CloseInfo::by, CloseInfo::fault).containsExactly(CloseInfo.By.FAULT, id);
        await().until(() -> !Engines.events(t.engine, Event.ConnectionClosed.class).isEmpty());
        assertThat(fired()).isNotEmpty().allMatch(e -> e.fault().equals(id));
        assertThat(Engines.events(t.engine, Event.ConnectionClosed.class)).singleElement()
                .extracting(e -> e.close().fault())
                .isEqualTo(id);
    }
}
