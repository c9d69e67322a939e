package dev.socketscope.engine.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.FilterException;
import dev.socketscope.engine.api.FrameQuery;
import dev.socketscope.engine.api.FrameRow;
import dev.socketscope.engine.api.FrameView;
import dev.socketscope.engine.api.Handshake;
import dev.socketscope.engine.journal.FrameLog;
import dev.socketscope.engine.ws.Deflated;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FrameViewsTest {
    private final FrameLog log = new FrameLog(256 << 10, 4096, number -> "ws_" + number);
    private final CaptureScript capture = new CaptureScript(log);
    private final Map<String, Connection> connections = new ConcurrentHashMap<>();
    private final FrameViews views = new FrameViews(log, connections::get);

    @AfterEach
    void close() {
        views.close();
    }

    @Test
    void aViewOfEverythingFollowsTheCaptureRowForFrame() throws FilterException {
        capture.text("zero");
        FrameView view = views.open(FrameQuery.ALL);
        capture.text("one");
        assertThat(view.firstRow()).isZero();
        assertThat(view.endRow()).isEqualTo(2);
        assertThat(text(view, 1)).isEqualTo("one");
        assertThat(view.pending()).isZero();
        assertThat(view.rowAtOrAfter(1)).isEqualTo(1);
        assertThat(view.rowAtOrAfter(99)).isEqualTo(2);
        assertThat(view.row(2)).isNull();
        view.close();
        capture.text("two");
        assertThat(view.endRow()).isEqualTo(2);
    }

    @Test
    void aFilteredViewFindsWhatIsThereAndWhatComes() throws FilterException {
        for (int i = 0; i < 100; i++) {
            capture.text("tick " + i);
        }
        FrameView view = views.open(new FrameQuery(Set.of(), "\"tick 5\""));
        awaitComplete(view);
        assertThat(texts(view)).containsExactly("tick 5", "tick 50", "tick 51", "tick 52", "tick 53", "tick 54",
                "tick 55", "tick 56", "tick 57", "tick 58", "tick 59");
        assertThat(view.rowAtOrAfter(50)).isEqualTo(1);
        assertThat(view.rowAtOrAfter(60)).isEqualTo(11);
        capture.text("tick 6");
        capture.text("tick 500");
        await().until(() -> view.endRow() == 12);
        assertThat(text(view, 11)).isEqualTo("tick 500");
        awaitComplete(view);
    }

    @Test
    void aViewTellsOnHowManyFramesAPatternTookTooLong() throws FilterException {
        String slow = "a".repeat(1_500) + "b";
        capture.text(slow);
        capture.text("aaa");
        capture.text("{\"x\":[\"" + slow + "\",\"" + slow + "\"]}");
        FrameView content = views.open(new FrameQuery(Set.of(), "/^(a+)+$/"));
        FrameView json = views.open(new FrameQuery(Set.of(), "json.x[*]~/^(a+)+$/"));
        awaitComplete(content);
        awaitComplete(json);
        assertThat(texts(content)).containsExactly("aaa");
        assertThat(content.givenUp()).isEqualTo(1);
        assertThat(json.givenUp()).as("one frame, however many of its values").isEqualTo(1);
        assertThat(views.open(FrameQuery.ALL).givenUp()).isZero();
    }

    @Test
    void aViewOfOneConnectionShowsNoOther() throws FilterException {
        FrameView view = views.open(new FrameQuery(Set.of("ws_2", "ws_3"), ""));
        for (int i = 0; i < 1000; i++) {
            capture.on(i % 5, Direction.TO_CLIENT).text("frame " + i);
        }
        awaitComplete(view);
        await().until(() -> view.endRow() == 400);
        assertThat(text(view, 0)).isEqualTo("frame 2");
        assertThat(text(view, 399)).isEqualTo("frame 998");
    }

    @Test
    void conditionsOnTheConnectionAreMetByItsFrames() throws FilterException {
        connections.put("ws_1", connection("ws_1", "/echo"));
        connections.put("ws_2", connection("ws_2", "/_hmr"));
        capture.on(1, Direction.TO_CLIENT).text("a");
        capture.on(2, Direction.TO_CLIENT).text("b");
        capture.on(3, Direction.TO_CLIENT).text("of a connection nobody remembers");
        FrameView view = views.open(new FrameQuery(Set.of(), "path:/_hmr"));
        awaitComplete(view);
        assertThat(texts(view)).containsExactly("b");
        FrameView others = views.open(new FrameQuery(Set.of(), "-path:/_hmr"));
        awaitComplete(others);
        assertThat(others.endRow()).isEqualTo(2);
    }

    @Test
    void rowsVanishFromTheFrontWhenTheCaptureDropsTheirFrames() throws FilterException {
        FrameView view = views.open(new FrameQuery(Set.of(), "even"));
        for (int i = 0; i < 20_000; i++) {
            capture.text((i % 2 == 0 ? "even " : "odd ") + i + " ".repeat(100));
            if (i == 1_000) {
                // Rows can only vanish that have been there; a view that falls behind begins where the capture does.
                awaitComplete(view);
            }
        }
        awaitComplete(view);
        assertThat(log.evicted()).isGreaterThan(15_000);
        await().until(() -> view.firstRow() > 0);
        long first = view.firstRow();
        long end = view.endRow();
        assertThat(end).as("frames may be dropped before anybody looked").isGreaterThan(100);
        assertThat(view.row(first - 1)).isNull();
        long oldest = Objects.requireNonNull(view.row(first)).frame().seq();
        assertThat(oldest).isEqualTo(log.firstSeq() + log.firstSeq() % 2);
        assertThat(Objects.requireNonNull(view.row(end - 1)).frame().seq()).isEqualTo(19_998);
        assertThat(view.rowAtOrAfter(0)).isEqualTo(first);
    }

    @Test
    void aClearedCaptureLeavesNoRowsAndNewOnesGoOnCounting() throws FilterException {
        FrameView view = views.open(new FrameQuery(Set.of(), "x"));
        capture.text("x1");
        await().until(() -> view.endRow() == 1);
        log.clear();
        assertThat(view.firstRow()).isEqualTo(1);
        assertThat(view.row(0)).isNull();
        capture.text("x2");
        await().until(() -> view.endRow() == 2);
        assertThat(text(view, 1)).isEqualTo("x2");
    }

    @Test
    void aClosedViewStandsStillAndTheOthersGoOn() throws FilterException {
        FrameView first = views.open(new FrameQuery(Set.of(), "x"));
        FrameView second = views.open(new FrameQuery(Set.of(), "x"));
        capture.text("x1");
        await().until(() -> first.endRow() == 1 && second.endRow() == 1);
        first.close();
        capture.text("x2");
        await().until(() -> second.endRow() == 2);
        assertThat(first.endRow()).isEqualTo(1);
        assertThat(text(first, 0)).isEqualTo("x1");
        second.close();
        FrameView third = views.open(new FrameQuery(Set.of(), "x"));
        await().until(() -> third.endRow() == 2);
    }

    @Test
    void aFrameIsJudgedByItsTimeInTheProxyOnlyWhenThatIsKnown() throws FilterException {
        long now = System.currentTimeMillis() * 1000;
        FrameView view = views.open(new FrameQuery(Set.of(), "inproxy>5ms"));
        for (int i = 0; i < 2; i++) {
            log.append(1, Direction.TO_CLIENT, now, 0x81, false, 0, 0, java.nio.ByteBuffer.allocate(0),
                    FrameLog.ITSELF, 0);
        }
        log.inProxy(0, 1, 1, Direction.TO_CLIENT, 6_000);
        await().until(() -> view.endRow() == 1);
        assertThat(view.pending()).as("the second is still on its way").isEqualTo(1);
        log.inProxy(1, 2, 1, Direction.TO_CLIENT, 7_000);
        await().until(() -> view.endRow() == 2);
        awaitComplete(view);
    }

    @Test
    void fragmentsAreSearchedByThemselvesAndTheLastOneWithItsMessage() throws FilterException {
        long first = capture.frame(0x01, "{\"type\":\"up".getBytes(StandardCharsets.UTF_8));
        capture.frame(0x89, new byte[0]);
        long last = capture.fragment(first, 0x80, "date\"}".getBytes(StandardCharsets.UTF_8));
        FrameView view = views.open(new FrameQuery(Set.of(), "json.type==update"));
        awaitComplete(view);
        assertThat(view.endRow()).isEqualTo(1);
        assertThat(Objects.requireNonNull(view.row(0)).frame().seq()).isEqualTo(last);
    }

    @Test
    void compressedMessagesAreSearchedInflated() throws FilterException {
        capture.frame(0xC1, Deflated.alone("needle in a haystack".getBytes(StandardCharsets.UTF_8)));
        capture.frame(0x88, new byte[]{3, (byte) 0xE8, 'n', 'e', 'e', 'd', 'l', 'e'});
        FrameView view = views.open(new FrameQuery(Set.of(), "needle"));
        awaitComplete(view);
        assertThat(texts(view)).containsExactly("needle in a haystack", "1000 needle");
    }

    @Test
    void aWrongFilterIsRefusedAtOnce() {
        assertThatThrownBy(() -> views.open(new FrameQuery(Set.of(), "pth:/x"))).isInstanceOf(FilterException.class)
                .hasMessageContaining("path:");
    }

    private static void awaitComplete(FrameView view) {
        await().until(() -> view.pending() == 0);
    }

    private static String text(FrameView view, long row) {
        return Objects.requireNonNull(view.row(row)).preview();
    }

    private static List<String> texts(FrameView view) {
        List<String> texts = new ArrayList<>();
        for (long row = view.firstRow(); row < view.endRow(); row++) {
            FrameRow found = Objects.requireNonNull(view.row(row));
            texts.add(found.preview());
        }
        return texts;
    }

    private static Connection connection(String id, String path) {
        return new Connection(id, Connection.State.OPEN, path, null, "localhost", null, "*/", "http://127.0.0.1:1",
                null,
                null, Instant.EPOCH, null, Connection.LegStatus.NONE, Connection.LegStatus.NONE,
                Connection.Traffic.NONE, Connection.Traffic.NONE, Connection.Survival.UNTRIED, List.of(), null,
                new Handshake(List.of(), "", List.of(), List.of(), 101, "", List.of(), List.of(), null));
    }
}
