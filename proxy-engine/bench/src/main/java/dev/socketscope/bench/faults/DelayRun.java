package dev.socketscope.bench.faults;

import dev.socketscope.engine.api.TransportFault;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Round trips of single messages, one at a time on each of several connections, so that none waits for another. */
public final class DelayRun {
    private DelayRun() {}

    /** @return round trips in milliseconds, of all connections */
    public static double[] measure(int connections, int messages, TransportFault... faults)
            throws InterruptedException, ExecutionException {
        try (Faulted faulted = new Faulted(faults);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<List<Double>> one = () -> roundTrips(faulted, messages);
            List<Double> all = new ArrayList<>();
            for (Future<List<Double>> each : threads
                    .invokeAll(Stream.generate(() -> one).limit(connections).toList())) {
                all.addAll(each.get());
            }
            return all.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        }
    }

    private static List<Double> roundTrips(Faulted faulted, int messages) throws InterruptedException {
        Arrivals arrivals = new Arrivals();
        WebSocket socket = faulted.connect(arrivals);
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < messages; i++) {
            long sent = System.nanoTime();
            socket.sendText("m" + i, true).join();
            millis.add((arrivals.next.take() - sent) / 1e6);
        }
        socket.abort();
        return millis;
    }

    private static final class Arrivals implements WebSocket.Listener {
        private final BlockingQueue<Long> next = new LinkedBlockingQueue<>();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
            next.add(System.nanoTime());
            socket.request(1);
            return null;
        }
    }
}
