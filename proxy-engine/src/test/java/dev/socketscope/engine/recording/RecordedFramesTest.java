package dev.socketscope.engine.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.EngineConfig;
import dev.socketscope.engine.api.FrameQuery;
import dev.socketscope.engine.api.FrameRow;
import dev.socketscope.engine.api.FrameView;
import dev.socketscope.engine.api.Payload;
import dev.socketscope.engine.api.Route;
import dev.socketscope.engine.journal.FrameLog;
import dev.socketscope.engine.query.CaptureReader;
import dev.socketscope.engine.relay.LocalEngine;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read from a file is what stood in the capture, whatever is asked of it. */
class RecordedFramesTest {
    private static final int FRAMES = 1_200;
    private static final int MAX_PAYLOAD = 20_000;
    @TempDir
    private Path folder = Path.of("");
    private final LocalEngine engine = LocalEngine
            .start(new EngineConfig(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                    EngineConfig.Capture.DEFAULT, EngineConfig.Limits.DEFAULT,
                    List.of(Route.toEverything("http://127.0.0.1:9"))));
    private final FrameLog log = new FrameLog(256 << 20, MAX_PAYLOAD, number -> "ws_" + number);
    private final CaptureReader original = new CaptureReader(log, id -> null);

    @BeforeEach
    void fill() {
        Random random = new Random(41);
        long[] open = new long[8];
        for (int i = 0; i < FRAMES; i++) {
            int connection = random.nextInt(4);
            Direction direction = Direction.values()[random.nextInt(2)];
            int side = connection * 2 + direction.ordinal();
            boolean fin = random.nextInt(4) > 0;
            boolean goesOn = open[side] != 0;
            int firstByte = random.nextInt(10) == 0 ? 0x80 | 8 + random.nextInt(3)
                    : (fin ? 0x80 : 0) | (goesOn ? 0 : 1 + random.nextInt(2) | (random.nextInt(5) == 0 ? 0x40 : 0));
            boolean control = (firstByte & 8) != 0;
            byte[] payload = content(random, control ? 20 : random.nextInt(20) == 0 ? 30_000 : 300);
            int flags = random.nextInt(8) == 0 ? FrameLog.INJECTED : random.nextInt(8) == 0 ? FrameLog.HELD : 0;
            long seq = log.append(connection, direction, 1_700_000_000_000_000L + i * 37L, firstByte,
                    direction == Direction.TO_UPSTREAM, 0, payload.length, ByteBuffer.wrap(payload),
                    control || !goesOn ? FrameLog.ITSELF : open[side] - 1, flags);
            if (!control) {
                open[side] = fin ? 0 : goesOn ? open[side] : seq + 1;
            }
            if (random.nextBoolean()) {
                log.inProxy(seq, seq + 1, connection, direction, random.nextInt(5_000));
            }
        }
    }

    private static byte[] content(Random random, int most) {
        String words = "{\"type\":\"" + (random.nextInt(50) == 0 ? "needle" : "hay") + "\",\"n\":" + random.nextInt()
                + "}";
        return words.repeat(1 + random.nextInt(Math.max(1, most / words.length()))).getBytes(StandardCharsets.UTF_8);
    }

    @AfterEach
    void close() {
        original.close();
        engine.close();
    }

    private Recording recorded() throws Exception {
        Path file = folder.resolve("r.sockets");
        try (Recorder recorder = Recorder.start(engine, log, file, Recorder.Bounds.DEFAULT)) {
            await().until(() -> recorder.status().frames() == FRAMES);
        }
        return Recording.open(file);
    }

    @Test
    void everyFrameAndEveryMessageIsTheSame() throws Exception {
        try (Recording recording = recorded();
                FrameView view = recording.frames(FrameQuery.ALL);
                FrameView was = original.open(FrameQuery.ALL)) {
            assertThat(view.firstRow()).isZero();
            assertThat(view.endRow()).isEqualTo(FRAMES);
            for (long seq = 0; seq < FRAMES; seq++) {
                assertThat(view.row(seq)).isEqualTo(was.row(seq));
                assertSame(recording.framePayload(seq).toCompletableFuture().get(),
                        original.frame(seq).toCompletableFuture().get());
                assertSame(recording.message(seq).toCompletableFuture().get(),
                        original.message(seq).toCompletableFuture().get());
            }
        }
    }

    private static void assertSame(Optional<Payload> now, Optional<Payload> was) {
        assertThat(now).usingRecursiveComparison().isEqualTo(was);
    }

    @Test
    void filtersFindTheSame() throws Exception {
        try (Recording recording = recorded()) {
            for (String filter : List.of("needle", "json.type==needle", "op:ping", "size>10k", "dir:down",
                    "needle op:text")) {
                FrameQuery query = new FrameQuery(Set.of(), filter);
                try (FrameView view = recording.frames(query);
                        FrameView was = original.open(query)) {
                    await().until(() -> view.pending() == 0 && was.pending() == 0);
                    assertThat(rows(view)).as(filter).isNotEmpty().isEqualTo(rows(was));
                }
            }
        }
    }

    private static List<FrameRow> rows(FrameView view) {
        List<FrameRow> rows = new ArrayList<>();
        for (long number = view.firstRow(); number < view.endRow(); number++) {
            rows.add(view.row(number));
        }
        return rows;
    }
}
