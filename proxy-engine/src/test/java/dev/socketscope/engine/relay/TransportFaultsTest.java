package dev.socketscope.engine.relay;

import static dev.socketscope.engine.relay.WireText.fromClient;
import static dev.socketscope.engine.relay.WireText.fromUpstream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.api.CloseInfo;
import dev.socketscope.engine.api.Event;
import dev.socketscope.engine.api.FaultType;
import dev.socketscope.engine.api.TransportFault;
import dev.socketscope.engine.api.TransportFault.Distribution;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Faults of bytes on real sockets. */
class TransportFaultsTest extends UnderFaults {
    @Test
    void latencyDelaysAndKeepsOrder() {
        arm(new TransportFault.Latency(Duration.ofMillis(200), Duration.ofMillis(100), Distribution.UNIFORM), DOWN);
        long start = System.nanoTime();
        for (int i = 0; i < 20; i++) {
            fromServer("m" + i);
        }
        for (int i = 0; i < 20; i++) {
            assertThat(atClient()).isEqualTo("m" + i);
        }
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        assertThat(millis).isBetween(100L, 2_000L);
        assertThat(fired()).singleElement().extracting(Event.FaultFired::type).isEqualTo(FaultType.LATENCY);
    }

    @Test
    void blackHoleDeliversNothingUntilItIsDisarmedAndThenEverything() {
        String id = arm(new TransportFault.BlackHole(), DOWN);
        fromServer("into the dark");
        t.client.send(fromClient("the other way is open"));
        assertThat(WireText.read(t.upstream).text()).isEqualTo("the other way is open");
        await().until(() -> fired().size() == 1);
        disarm(id);
        assertThat(atClient()).isEqualTo("into the dark");
        assertThat(t.connection().close()).isNull();
    }

    @Test
    void bandwidthIsKept() {
        arm(new TransportFault.Bandwidth(100_000), DOWN);
        byte[] message = fromUpstream("x".repeat(120_000));
        long start = System.nanoTime();
        Thread.ofVirtual().start(() -> t.upstream.send(message));
        assertThat(t.client.read(message.length)).isEqualTo(message);
        double seconds = (System.nanoTime() - start) / 1e9;
        assertThat(seconds).isBetween(1.1, 3.0);
    }

    @Test
    void sliceKeepsEveryByteAndPausesBehindEachPiece() {
        arm(new TransportFault.Slice(7, Duration.ofMillis(20)), DOWN);
        byte[] message = fromUpstream("some text that is cut into pieces of seven bytes");
        long start = System.nanoTime();
        t.upstream.send(message);
        assertThat(t.client.read(message.length)).isEqualTo(message);
        assertThat(System.nanoTime() - start).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(20 * (message.length / 7)));
    }

    @Test
    void maxBytesEndsBothLegs() {
        String id = arm(new TransportFault.MaxBytes(10), DOWN);
        fromServer("far more than ten bytes");
        assertThat(t.client.readToEnd()).isEqualTo(Arrays.copyOf(fromUpstream("far more than ten bytes"), 10));
        await().until(() -> t.connection().close() != null);
        assertThat(t.connection().close()).extracting(CloseInfo::by, CloseInfo::fault)
                .containsExactly(CloseInfo.By.FAULT, id);
    }

    @Test
    void aBlackHoleTowardsTheUpstreamLeavesTheOtherWayOpen() {
        String id = arm(new TransportFault.BlackHole(), UP);
        t.client.send(fromClient("into the dark"));
        fromServer("the other way is open");
        assertThat(atClient()).isEqualTo("the other way is open");
        await().until(() -> fired().size() == 1);
        disarm(id);
        assertThat(WireText.read(t.upstream).text()).isEqualTo("into the dark");
        assertThat(t.connection().close()).isNull();
    }

    @Test
    void disarmingUnderTrafficLosesNothingAndKeepsOrder() {
        AtomicBoolean enough = new AtomicBoolean();
        CompletableFuture<Integer> sending = CompletableFuture.supplyAsync(() -> {
            int sent = 0;
            while (!enough.get()) {
                fromServer("m" + sent++);
            }
            fromServer("end");
            return sent;
        });
        CompletableFuture<List<String>> receiving = CompletableFuture
                .supplyAsync(() -> Stream.generate(this::atClient).takeWhile(text -> !text.equals("end")).toList());
        for (TransportFault spec : List.of(
                new TransportFault.Latency(Duration.ofMillis(50), Duration.ofMillis(50), Distribution.PARETO),
                new TransportFault.Bandwidth(200_000), new TransportFault.Slice(1_000, Duration.ofMillis(1)),
                new TransportFault.BlackHole())) {
            String id = arm(spec, DOWN);
            await().until(() -> fired().stream().anyMatch(e -> e.fault().equals(id)));
            disarm(id);
        }
        enough.set(true);
        assertThat(receiving.join())
                .isEqualTo(IntStream.range(0, sending.join()).mapToObj(i -> "m" + i).toList());
        assertThat(t.connection().close()).isNull();
    }

    /** What has waited in the queue already counts, so delays of what comes close together do not add up. */
    @Test
    void latencyIsCountedFromTheRead() {
        arm(new TransportFault.Latency(Duration.ofMillis(300), Duration.ZERO, Distribution.UNIFORM), DOWN);
        long start = System.nanoTime();
        for (int i = 0; i < 10; i++) {
            fromServer("m" + i);
        }
        assertThat(atClient(10)).hasSize(10);
        assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start)).isBetween(300L, 2_500L);
    }
}
