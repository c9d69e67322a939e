package dev.socketscope.engine.relay;

import static dev.socketscope.engine.relay.WireText.fromClient;
import static dev.socketscope.engine.relay.WireText.fromUpstream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.Command.Legs;
import dev.socketscope.engine.api.Command.Mode;
import dev.socketscope.engine.api.ControlFault;
import dev.socketscope.engine.api.Fault;
import dev.socketscope.engine.api.Leg;
import dev.socketscope.engine.api.MessageFault;
import dev.socketscope.engine.api.Opcode;
import dev.socketscope.engine.ws.FrameEncoder;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Messages that faults keep back, and what may and may not pass them. */
class DelayedMessagesTest extends UnderFaults {
    private static final Duration LONG = Duration.ofMinutes(5);

    private void closeFromServer() {
        t.upstream.send(EngineFrame.close(Leg.CLIENT, 1000, "").bytes());
    }

    private void awaitFired(int times) {
        await().until(() -> fired().size() == times);
    }

    @Test
    void nothingComesBehindACloseFrame() {
        arm(new MessageFault.Reorder(5, Duration.ofSeconds(50)), DOWN);
        fromServer("1", "2");
        closeFromServer();
        assertThat(List.of(atClient(), atClient())).containsExactly("1", "2");
        assertThat(WireText.read(t.client).opcode()).isEqualTo(Opcode.CLOSE);
    }

    @Test
    void aDelayedMessageHoldsUpThoseBehindIt() {
        arm(new MessageFault.Delay(Duration.ofMillis(300), Duration.ZERO), DOWN.saying("slow"));
        long start = System.nanoTime();
        fromServer("slow", "quick");
        assertThat(atClient()).isEqualTo("slow");
        assertThat(System.nanoTime() - start).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(290));
        assertThat(atClient()).isEqualTo("quick");
    }

    @Test
    void disarmingLetsGoOnWhatWasOnlyDelayed() {
        String id = arm(new MessageFault.Delay(Duration.ofMinutes(5), Duration.ZERO), DOWN);
        fromServer("waits");
        await().until(() -> !fired().isEmpty());
        disarm(id);
        assertThat(atClient()).isEqualTo("waits");
    }

    @Test
    void controlFramesPassMessagesThatAreKept() {
        arm(new MessageFault.Delay(Duration.ofMinutes(5), Duration.ZERO), DOWN);
        fromServer("waits");
        t.upstream.send(fromUpstream(Opcode.PING, true, "passes"));
        assertThat(WireText.read(t.client).opcode()).isEqualTo(Opcode.PING);
    }

    @Test
    void copiesGoBeforeACloseFrameHoweverLongTheirGap() {
        arm(new MessageFault.Duplicate(3, LONG), DOWN);
        fromServer("x");
        assertThat(atClient()).isEqualTo("x");
        closeFromServer();
        assertThat(atClient(3)).containsExactly("x", "x", "x");
        assertThat(WireText.read(t.client).opcode()).isEqualTo(Opcode.CLOSE);
    }

    @Test
    void copiesPassLaterMessages() {
        arm(new MessageFault.Duplicate(1, Duration.ofMillis(200)), DOWN.saying("x"));
        fromServer("x", "y");
        assertThat(atClient(3)).containsExactly("x", "y", "x");
    }

    @Test
    void theEnginesOwnCloseComesBehindWhatWasLate() {
        arm(new MessageFault.Delay(LONG, Duration.ZERO), DOWN.saying("slow"));
        fromServer("slow", "quick");
        awaitFired(1);
        await().until(() -> t.connection().toClient().messages() == 2);
        Engines.submit(t.engine,
                new Command.EndConnection(t.connection().id(), Legs.BOTH, Mode.CLOSE, 4000, "enough"));
        assertThat(atClient(2)).containsExactly("slow", "quick");
        assertThat(WireText.read(t.client).close()).isEqualTo("4000 enough");
    }

    @Test
    void aFinComesBehindWhatWasLate() {
        arm(new MessageFault.Delay(Duration.ofMillis(300), Duration.ZERO), DOWN);
        long start = System.nanoTime();
        fromServer("slow");
        t.upstream.fin();
        assertThat(atClient()).isEqualTo("slow");
        assertThat(System.nanoTime() - start).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(290));
        assertThat(t.client.readToEnd()).isEmpty();
    }

    @Test
    void theLastOfTheCountIsDelayedLikeAnyOther() {
        arm(Fault.of(new MessageFault.Delay(Duration.ofMillis(300), Duration.ZERO)).on(DOWN).times(1));
        long start = System.nanoTime();
        fromServer("slow");
        await().until(() -> t.engine.faults().isEmpty());
        fromServer("behind");
        assertThat(atClient(2)).containsExactly("slow", "behind");
        assertThat(System.nanoTime() - start).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(290));
    }

    @Test
    void disarmingOneFaultLetsGoOnWhatItAloneDelayed() {
        String delay = arm(new MessageFault.Delay(LONG, Duration.ZERO), DOWN);
        arm(new MessageFault.Replace("a", "b"), DOWN);
        fromServer("a");
        awaitFired(2);
        disarm(delay);
        assertThat(atClient()).isEqualTo("b");
    }

    @Test
    void disarmingSendsCopiesAndPongsThatWereUnderWay() {
        String copies = arm(new MessageFault.Duplicate(2, LONG), DOWN);
        String pongs = arm(new ControlFault.DelayPong(LONG), UP);
        fromServer("x");
        t.client.send(fromClient(Opcode.PONG, true, "late"));
        awaitFired(2);
        disarm(copies);
        disarm(pongs);
        assertThat(atClient(3)).containsExactly("x", "x", "x");
        assertThat(WireText.read(t.upstream).text()).isEqualTo("late");
    }

    @Test
    void aMessageTooLongToBeKeptDoesNotPassThoseInFrontOfIt() {
        arm(new MessageFault.Delay(LONG, Duration.ZERO), DOWN.saying("slow"));
        byte[] part = new byte[5 << 20];
        fromServer("slow");
        awaitFired(1);
        t.upstream.send(FrameEncoder.unmasked(FrameEncoder.firstByte(Opcode.BINARY, false, false), part));
        Thread.ofVirtual()
                .start(() -> t.upstream.send(
                        FrameEncoder.unmasked(FrameEncoder.firstByte(Opcode.CONTINUATION, true, false), part)));
        assertThat(atClient()).isEqualTo("slow");
        WireText.Got first = WireText.read(t.client);
        assertThat(List.of(first.opcode(), first.fin(), first.payload().length))
                .containsExactly(Opcode.BINARY, false, part.length);
        WireText.Got second = WireText.read(t.client);
        assertThat(List.of(second.opcode(), second.fin(), second.payload().length))
                .containsExactly(Opcode.CONTINUATION, true, part.length);
    }

    /** What is late is bounded: the source is not read any further, and nothing is lost. */
    @Test
    void aSourceWaitsWhileTooMuchIsLate() {
        String id = arm(new MessageFault.Delay(LONG, Duration.ZERO), DOWN);
        byte[] message = FrameEncoder.unmasked(FrameEncoder.firstByte(Opcode.BINARY, true, false), new byte[1 << 20]);
        int count = 64;
        CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> {
            for (int i = 0; i < count; i++) {
                t.upstream.send(message);
            }
        });
        Tunnel tunnel = Engines.tunnel(t.engine);
        await().until(() -> tunnel.heldBytes() >= 8 << 20);
        await().during(Duration.ofMillis(300)).until(() -> tunnel.heldBytes() < 12 << 20);
        assertThat(sending).isNotDone();
        disarm(id);
        for (int i = 0; i < count; i++) {
            assertThat(WireText.read(t.client).payload()).hasSize(1 << 20);
        }
        sending.join();
        await().until(() -> tunnel.heldBytes() == 0);
    }

    /** A connection that ends takes with it what still was late, timers included. */
    @Test
    void nothingIsLeftOfALateCloseFrameWhenTheConnectionIsReset() {
        arm(new MessageFault.Delay(LONG, Duration.ZERO), DOWN);
        arm(new ControlFault.DelayPong(LONG), UP);
        fromServer("slow");
        closeFromServer();
        t.client.send(fromClient(Opcode.PONG, true, "late"));
        awaitFired(2);
        t.client.reset();
        await().until(() -> !t.connection().live());
    }
}
