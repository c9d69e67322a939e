package dev.socketscope.engine.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Leg;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MetricsHubTest {
    private static final int LOOPS = 4;

    private final MetricsHub hub = new MetricsHub(LOOPS);

    @Test
    void beforeAnythingWasMeasuredAllIsEmpty() {
        hub.loop(2);

        assertThat(hub.snapshot()).isEqualTo(HubSnapshot.EMPTY);
    }

    @Test
    void everyLoopHasOnePlace() {
        assertThat(hub.loop(1)).isSameAs(hub.loop(1)).isNotSameAs(hub.loop(2));
    }

    @Test
    void aLoopThatDoesNotExistIsRefused() {
        assertThatThrownBy(() -> hub.loop(LOOPS)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> hub.loop(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void everyMeasurementGoesWhereItBelongs() {
        hub.loop(0).inProxy(Direction.TO_UPSTREAM, 1, 1);
        hub.loop(0).inProxy(Direction.TO_CLIENT, 2, 1);
        hub.loop(0).rtt(Leg.CLIENT, 3);
        hub.loop(0).rtt(Leg.UPSTREAM, 4);
        hub.loop(0).handshake(5);

        HubSnapshot all = hub.snapshot();
        assertThat(all.inProxy(Direction.TO_UPSTREAM).sumMicros()).isEqualTo(1);
        assertThat(all.inProxy(Direction.TO_CLIENT).sumMicros()).isEqualTo(2);
        assertThat(all.rtt(Leg.CLIENT).sumMicros()).isEqualTo(3);
        assertThat(all.rtt(Leg.UPSTREAM).sumMicros()).isEqualTo(4);
        assertThat(all.handshake().sumMicros()).isEqualTo(5);
        assertThat(all.inProxy().sumMicros()).isEqualTo(3);
    }

    @Test
    void loopsThatRecordAtTheSameTimeLoseNothing() {
        CompletableFuture<?>[] loops = IntStream.range(0, LOOPS)
                .mapToObj(loop -> CompletableFuture.runAsync(() -> record(hub.loop(loop))))
                .toArray(CompletableFuture[]::new);
        HubSnapshot before = HubSnapshot.EMPTY;
        CompletableFuture<Void> all = CompletableFuture.allOf(loops);
        while (!all.isDone()) {
            HubSnapshot now = hub.snapshot();
            assertThat(now.rtt(Leg.CLIENT).minus(before.rtt(Leg.CLIENT)).count()).isNotNegative();
            before = now;
        }
        all.join();

        assertThat(hub.snapshot().rtt(Leg.CLIENT).count()).isEqualTo(LOOPS * 100_000L);
        assertThat(hub.snapshot().inProxy(Direction.TO_CLIENT).sumMicros()).isEqualTo(LOOPS * 100_000L * 7);
    }

    private static void record(LoopMetrics loop) {
        for (int i = 0; i < 100_000; i++) {
            loop.rtt(Leg.CLIENT, i);
            loop.inProxy(Direction.TO_CLIENT, 7, 1);
        }
    }
}
