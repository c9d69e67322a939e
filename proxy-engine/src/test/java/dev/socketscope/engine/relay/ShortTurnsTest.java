package dev.socketscope.engine.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.EventExecutor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the kernel says of the turns of event loops. */
class ShortTurnsTest {
    private static final Path SCHED = Path.of("/proc/thread-self/sched");
    private static final String SLICE = "se.slice";

    private final MultiThreadIoEventLoopGroup loops = new MultiThreadIoEventLoopGroup(2, NioIoHandler.newFactory());

    @BeforeEach
    void onAKernelThatGrantsThem() throws IOException {
        assumeThat(SCHED).exists();
        assumeThat(Files.readString(SCHED)).as("Linux 6.12 or newer").contains(SLICE);
    }

    @AfterEach
    void end() {
        loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
    }

    @Test
    void everyLoopGetsThem() {
        assertThat(turns()).allMatch(nanos -> nanos > ShortTurns.TURN.toNanos());

        ShortTurns.giveTo(loops);

        await().untilAsserted(() -> assertThat(turns()).containsOnly(ShortTurns.TURN.toNanos()));
    }

    @Test
    void anEndedEngineIsNoTrouble() {
        loops.shutdownGracefully(0, 0, TimeUnit.SECONDS).syncUninterruptibly();
        List<Throwable> uncaught = new CopyOnWriteArrayList<>();
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> uncaught.add(failure));
        try {
            ShortTurns.giveTo(loops);

            await().untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet()).extracting(Thread::getName)
                    .doesNotContain("short-turns"));
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
        assertThat(uncaught).isEmpty();
    }

    private List<Long> turns() {
        return StreamSupport.stream(loops.spliterator(), false).map(ShortTurnsTest::turn).toList();
    }

    private static long turn(EventExecutor loop) {
        return loop.submit(() -> Files.readAllLines(SCHED)
                .stream()
                .filter(line -> line.startsWith(SLICE))
                .mapToLong(line -> Long.parseLong(line.replaceAll(".*:\\s*", "")))
                .findFirst()
                .orElseThrow())
                .syncUninterruptibly()
                .getNow();
    }
}
