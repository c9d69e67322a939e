package dev.socketscope.app.handshake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.app.handshake.HeaderDiff.Change;
import dev.socketscope.app.handshake.HeaderDiff.Line;
import dev.socketscope.engine.api.Handshake;
import dev.socketscope.engine.api.Handshake.Station;
import dev.socketscope.engine.api.Handshake.Step;
import dev.socketscope.engine.api.Header;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeaderDiffTest {
    @Test
    void everyKindOfChangeIsMarked() {
        List<Line> lines = HeaderDiff.of(headers("Host: a", "Sec-WebSocket-Extensions: x", "TE: trailers"),
                headers("Host: a", "sec-websocket-extensions: x; y", "Via: 1.1 socketscope"));

        assertThat(lines).extracting(Line::name).containsExactly("Host", "Sec-WebSocket-Extensions", "TE", "Via");
        assertThat(lines).extracting(Line::change)
                .containsExactly(Change.SAME, Change.CHANGED, Change.REMOVED,
                        Change.ADDED);
    }

    @Test
    void repeatedFieldsAreComparedInTheirOrder() {
        List<Line> lines = HeaderDiff.of(headers("Set-Cookie: a=1", "Set-Cookie: b=2"),
                headers("Set-Cookie: a=1", "Set-Cookie: b=3", "Set-Cookie: c=4"));

        assertThat(lines).extracting(Line::change).containsExactly(Change.SAME, Change.CHANGED, Change.ADDED);
    }

    @Test
    void whatWasNeverPassedOnWasNotRemovedFromAnything() {
        assertThat(HeaderDiff.of(headers("Host: a", "TE: x"), List.of())).extracting(Line::change)
                .containsExactly(Change.WITHHELD, Change.WITHHELD);
    }

    @Test
    void twoEmptyListsHaveNothingToSay() {
        assertThat(HeaderDiff.of(List.of(), List.of())).isEmpty();
    }

    @Test
    void aLongWaitForTheFirstFrameDoesNotSquashTheUpgrade() {
        Handshake handshake = new Handshake(List.of(new Step(Station.CONNECT, 0, 10_000),
                new Step(Station.FIRST_FRAME, 10_000, 60_000_000)), "GET / HTTP/1.1", List.of(), List.of(), 101, "",
                List.of(), List.of(), null);

        assertThat(Timeline.scale(handshake)).isBetween(10_000.0, 20_000.0);
        assertThat(Timeline.bars(handshake)).extracting("value").containsExactly("10.0 ms", "60,000 ms");
    }

    private static List<Header> headers(String... lines) {
        return List.of(lines)
                .stream()
                .map(line -> line.split(": ", 2))
                .map(part -> new Header(part[0], part[1]))
                .toList();
    }
}
