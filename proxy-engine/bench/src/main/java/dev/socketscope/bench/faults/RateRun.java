package dev.socketscope.bench.faults;

import dev.socketscope.engine.api.TransportFault;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;

/** How many bytes come through a link of so many bytes a second, counted in slots of 100 ms. */
public final class RateRun implements WebSocket.Listener {
    private static final int SLOTS_PER_SECOND = 10;
    private static final int LONGEST_MESSAGE = 16_000;
    /** Messages are short beside what comes in 100 ms, so that a client that waits for whole ones does not blur it. */
    private static final int MESSAGES_PER_SECOND = 200;
    /** The first second is not counted: the link begins with what was saved up, the client with small buffers. */
    private static final int WARM_UP_SLOTS = SLOTS_PER_SECOND;

    private final AtomicLongArray slots;
    private final long start = System.nanoTime();

    private RateRun(int seconds) {
        slots = new AtomicLongArray(WARM_UP_SLOTS + seconds * SLOTS_PER_SECOND);
    }

    /**
     * What a run has seen.
     *
     * @param bytesPerSecond over the whole time
     * @param least and most bytes of one slot of 100 ms
     */
    public record Seen(double bytesPerSecond, long least, long most) {}

    public static Seen measure(long bytesPerSecond, int seconds) throws InterruptedException {
        try (Faulted faulted = new Faulted(new TransportFault.Bandwidth(bytesPerSecond))) {
            RateRun run = new RateRun(seconds);
            WebSocket socket = faulted.connect(run);
            Thread sender = Thread.ofVirtual().start(() -> flood(socket, bytesPerSecond, 2L * (seconds + 2)));
            TimeUnit.MILLISECONDS.sleep(100L * run.slots.length());
            socket.abort();
            sender.join();
            return run.seen(seconds);
        }
    }

    private static void flood(WebSocket socket, long bytesPerSecond, long seconds) {
        int size = (int) Math.min(LONGEST_MESSAGE, bytesPerSecond / MESSAGES_PER_SECOND);
        ByteBuffer message = ByteBuffer.allocate(size);
        for (long sent = 0; sent < seconds * bytesPerSecond && !socket.isOutputClosed(); sent += size) {
            socket.sendBinary(message.duplicate(), true).handle((_, _) -> null).join();
        }
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
        int slot = (int) ((System.nanoTime() - start) / (TimeUnit.SECONDS.toNanos(1) / SLOTS_PER_SECOND));
        if (slot < slots.length()) {
            slots.addAndGet(slot, data.remaining());
        }
        socket.request(1);
        return null;
    }

    private Seen seen(int seconds) {
        long sum = 0;
        long least = Long.MAX_VALUE;
        long most = 0;
        for (int i = WARM_UP_SLOTS; i < slots.length(); i++) {
            sum += slots.get(i);
            least = Math.min(least, slots.get(i));
            most = Math.max(most, slots.get(i));
        }
        return new Seen((double) sum / seconds, least, most);
    }
}
