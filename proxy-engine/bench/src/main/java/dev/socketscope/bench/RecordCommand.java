package dev.socketscope.bench;

import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.EngineConfig;
import dev.socketscope.engine.api.FilterException;
import dev.socketscope.engine.api.FrameQuery;
import dev.socketscope.engine.api.FrameView;
import dev.socketscope.engine.api.Route;
import dev.socketscope.engine.journal.FrameLog;
import dev.socketscope.engine.query.FrameViews;
import dev.socketscope.engine.recording.Recorder;
import dev.socketscope.engine.recording.Recording;
import dev.socketscope.engine.relay.LocalEngine;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures how fast the capture is searched, how fast it gets to a file, and how fast that is opened and searched; prints Markdown. */
@Command(name = "record", mixinStandardHelpOptions = true, showDefaultValues = true, description = "Measures searching, recording and opening.")
final class RecordCommand implements Callable<Integer> {
    private static final long REST_NANOS = TimeUnit.MICROSECONDS.toNanos(200);

    @Option(names = "--frames", defaultValue = "1000000", description = "How many.")
    private int frames;

    @Option(names = "--bytes", defaultValue = "200", description = "Payload of each.")
    private int bytes;

    @Override
    public Integer call() throws Exception {
        System.out.printf("%,d frames of %,d bytes; load average at the start: %.2f%n%n", frames, bytes,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        System.out.println("| what | took | figure |");
        System.out.println("|---|---|---|");
        Path folder = Files.createTempDirectory("bench-record");
        Path file = folder.resolve("bench.sockets");
        try {
            FrameLog log = capture();
            filter(log);
            write(log, file);
            read(file);
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder);
        }
        return 0;
    }

    private FrameLog capture() {
        FrameLog log = new FrameLog((bytes + 200L) * frames + (64 << 20), bytes, number -> "ws_" + number);
        for (int i = 0; i < frames; i++) {
            log.append(i % 100, Direction.values()[i % 2], i, 0x81, false, 0, bytes, content(i), FrameLog.ITSELF, 0);
        }
        return log;
    }

    private void filter(FrameLog log) throws Exception {
        try (FrameViews views = new FrameViews(log, id -> null)) {
            for (String what : List.of("filter in memory", "once more")) {
                for (String filter : List.of("needle", "json.needle==1", "/need.?le/i", "size>1m", "dir:up op:text")) {
                    search(what, views::open, filter);
                }
            }
        }
    }

    private void write(FrameLog log, Path file) throws Exception {
        InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        EngineConfig config = new EngineConfig(any, EngineConfig.Capture.DEFAULT, EngineConfig.Limits.DEFAULT,
                List.of(Route.toEverything("http://127.0.0.1:9")));
        try (LocalEngine engine = LocalEngine.start(config)) {
            long began = System.nanoTime();
            try (Recorder recorder = Recorder.start(engine, log, file, Recorder.Bounds.DEFAULT)) {
                while (recorder.status().frames() < frames) {
                    LockSupport.parkNanos(REST_NANOS);
                }
                double seconds = seconds(began);
                row("record", seconds, "%,.0f frames/s".formatted(frames / seconds));
            }
            row("record, to one closed file", seconds(began), "%,d bytes".formatted(Files.size(file)));
        }
    }

    /** One in a thousand holds the word that is searched. */
    private ByteBuffer content(int number) {
        String text = "{\"type\":\"update\",\"number\":" + number + (number % 1_000 == 0 ? ",\"needle\":1" : "")
                + ",\"fill\":\"";
        byte[] payload = (text + "x".repeat(Math.max(0, bytes - text.length() - 2)) + "\"}")
                .getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.wrap(payload, 0, bytes);
    }

    private void read(Path file) throws Exception {
        long began = System.nanoTime();
        try (Recording recording = Recording.open(file)) {
            row("open", seconds(began), "%,d frames".formatted(recording.counters().framesCaptured()));
            for (String filter : List.of("needle", "json.needle==1", "size>1m")) {
                search("search", recording::frames, filter);
            }
        }
    }

    /** Opens a view of frames. */
    private interface Source {
        FrameView open(FrameQuery query) throws FilterException;
    }

    private static void search(String what, Source source, String filter) throws FilterException {
        long began = System.nanoTime();
        try (FrameView view = source.open(new FrameQuery(Set.of(), filter))) {
            while (view.endRow() == 0 && view.pending() > 0) {
                LockSupport.parkNanos(REST_NANOS);
            }
            double first = seconds(began);
            while (view.pending() > 0) {
                LockSupport.parkNanos(REST_NANOS);
            }
            row(what + " `" + filter + "`", seconds(began),
                    "%,d found, the first after %.0f ms".formatted(view.endRow(), 1_000 * first));
        }
    }

    private static void row(String what, double seconds, String figure) {
        System.out.printf("| %s | %.2f s | %s |%n", what, seconds, figure);
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }
}
