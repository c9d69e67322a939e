package dev.socketscope.engine.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.FilterException;
import dev.socketscope.engine.api.FrameQuery;
import dev.socketscope.engine.api.FrameView;
import dev.socketscope.engine.journal.FrameLog;
import dev.socketscope.engine.query.FrameViews;
import dev.socketscope.engine.wire.Json;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a stream carries in a turn has a bound that the traffic does not know of. */
class StreamBoundTest {
    private static final int TURNS = 40;
    /** A table of forty rows and the margins that a window asks for around them. */
    private static final int ROWS = 140;
    /** In a turn of a twentieth of a second, so 1,000, 20,000 and 200,000 a second. */
    private static final int CALM = 50;
    private static final int BUSY = 1_000;
    private static final int STORM = 10_000;
    private static final byte[] PAYLOAD = "{\"type\":\"tick\",\"value\":12345}".getBytes(UTF_8);
    private final FrameLog log = new FrameLog(16 << 20, 1 << 10, number -> "ws_" + number);
    private final FrameViews views = new FrameViews(log, id -> null);
    private final ControlRig rig = new ControlRig();
    private final StagedEngine engine = new StagedEngine(rig.engine) {
        @Override
        public FrameView frames(FrameQuery query) throws FilterException {
            return views.open(query);
        }
    };

    @AfterEach
    void close() {
        views.close();
        rig.close();
    }

    @Test
    void tenTimesTheFramesAreNotOneByteMore() {
        List<Integer> calm = turns(CALM);
        List<Integer> busy = turns(BUSY);
        List<Integer> storm = turns(STORM);
        assertThat(sum(calm)).as("less than what a window looks at comes at all").isLessThan(sum(busy));
        // Numbers grow by a digit now and then; a row that is not sent weighs nothing.
        assertThat(sum(storm)).isBetween(sum(busy) * 95 / 100, sum(busy) * 105 / 100);
        assertThat(storm).allSatisfy(bytes -> assertThat(bytes).isLessThan(ROWS * 500));
    }

    @Test
    void aWindowWithoutATableOfFramesIsToldOfNone() {
        try (StreamSession session = new StreamSession(engine, Long.MAX_VALUE)) {
            session.collect();
            append(STORM);
            assertThat(session.collect()).isEmpty();
        }
    }

    /** @return bytes of each turn while so many frames pass in every one of them */
    private List<Integer> turns(int frames) {
        List<Integer> bytes = new ArrayList<>();
        try (StreamSession session = new StreamSession(engine, Long.MAX_VALUE)) {
            session.receive(Json.parse("{\"type\":\"view\",\"id\":1,\"rows\":" + ROWS + ",\"follow\":true}"));
            session.collect();
            for (int turn = 0; turn < TURNS; turn++) {
                append(frames);
                bytes.add(session.collect().stream().mapToInt(m -> Json.text(m).getBytes(UTF_8).length).sum());
            }
        }
        return bytes;
    }

    private void append(int frames) {
        for (int i = 0; i < frames; i++) {
            log.append(1, Direction.TO_CLIENT, 1_700_000_000_000_000L + log.endSeq(), 0x81, false, 0, PAYLOAD.length,
                    ByteBuffer.wrap(PAYLOAD), FrameLog.ITSELF, 0);
        }
    }

    private static int sum(List<Integer> bytes) {
        return bytes.stream().mapToInt(Integer::intValue).sum();
    }
}
