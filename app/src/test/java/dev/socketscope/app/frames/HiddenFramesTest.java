package dev.socketscope.app.frames;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.FilterException;
import dev.socketscope.engine.api.FrameQuery;
import dev.socketscope.engine.api.FrameView;
import dev.socketscope.engine.journal.FrameLog;
import dev.socketscope.engine.query.FrameViews;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With the engine's own filter language. */
class HiddenFramesTest {
    private static final HiddenFrames CONTROL = new HiddenFrames(true, false, "");
    private final FrameLog log = new FrameLog(1 << 20, 1_000, number -> "ws_1");
    private final FrameViews views = new FrameViews(log, id -> null);

    @AfterEach
    void close() {
        views.close();
    }

    @Test
    void pingPongAndCloseAreLeftOut() throws FilterException {
        for (int firstByte : new int[]{0x81, 0x89, 0x8A, 0x82, 0x88, 0x01, 0x80}) {
            append(firstByte, new byte[]{'x'});
        }
        assertThat(seqs(HiddenFrames.NONE.apply(FrameQuery.ALL))).hasSize(7);
        assertThat(seqs(CONTROL.apply(FrameQuery.ALL))).containsExactly(0L, 3L, 5L, 6L);
        assertThat(seqs(CONTROL.apply(new FrameQuery(Set.of(), "op:binary or op:ping"))))
                .containsExactly(3L);
    }

    @Test
    void heartbeatsOfManyProtocolsAreLeftOutAndOtherMessagesAreNot() throws FilterException {
        for (String beat : List.of("2", "3", "\n", "h", "{\"type\":\"ping\"}", "{\"type\": \"ka\"}",
                "[null,\"7\",\"phoenix\",\"heartbeat\",{}]")) {
            append(0x81, beat.getBytes(StandardCharsets.UTF_8));
        }
        append(0x82, new byte[]{(byte) 0xC0, 0});
        append(0x89, new byte[0]);
        append(0x81, "42[\"2\"]".getBytes(StandardCharsets.UTF_8));
        append(0x82, new byte[]{(byte) 0xC0, 1});
        append(0x81, "{\"type\":\"pinged\"}".getBytes(StandardCharsets.UTF_8));

        var beats = new HiddenFrames(false, false, HiddenFrames.USUAL_HEARTBEATS);
        assertThat(seqs(beats.apply(FrameQuery.ALL))).containsExactly(9L, 10L, 11L);
    }

    @Test
    void aMessageHasOneRowWhenItsOtherFragmentsAreHidden() throws FilterException {
        for (int firstByte : new int[]{0x01, 0x00, 0x80, 0x81}) {
            append(firstByte, new byte[]{'x'});
        }
        assertThat(seqs(new HiddenFrames(false, true, "").apply(FrameQuery.ALL))).containsExactly(0L, 3L);
    }

    private void append(int firstByte, byte[] payload) {
        log.append(0, Direction.TO_CLIENT, 0, firstByte, false, 0, payload.length, ByteBuffer.wrap(payload),
                FrameLog.ITSELF, 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"size>", "a or", "(a", "a)", "op:nothing"})
    void aMistakeIsToldWhereItStandsInWhatWasTyped(String filter) {
        FrameQuery typed = new FrameQuery(Set.of(), filter);
        int expected = position(typed);
        int altered = position(CONTROL.apply(typed));
        assertThat(CONTROL.position(typed, altered)).isCloseTo(expected, within(1));
    }

    private int position(FrameQuery query) {
        try (FrameView view = views.open(query)) {
            throw new AssertionError("Understood " + query.filter() + " with " + view.endRow() + " rows");
        } catch (FilterException e) {
            return e.position();
        }
    }

    private List<Long> seqs(FrameQuery query) throws FilterException {
        try (FrameView view = views.open(query)) {
            await().until(() -> view.pending() == 0);
            return LongStream.range(view.firstRow(), view.endRow())
                    .mapToObj(row -> Objects.requireNonNull(view.row(row)).frame().seq())
                    .toList();
        }
    }
}
