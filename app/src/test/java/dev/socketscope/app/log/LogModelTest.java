package dev.socketscope.app.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.Event;
import dev.socketscope.engine.debug.DebugLine;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LogModelTest {
    private static final Instant AT = Instant.parse("2026-11-23T12:41:07Z");

    private final LogModel model = new LogModel();

    private static DebugLine opened(int number) {
        return DebugLine.of(new Event.ConnectionOpened(number, AT, "ws_" + number, 5));
    }

    private static DebugLine started() {
        return DebugLine.of(new Event.EngineStarted(0, AT, "127.0.0.1:9000"));
    }

    @Test
    void categoriesAndWordsChooseLines() {
        assertThat(model.add(List.of(started(), opened(1), opened(2)))).isTrue();
        assertThat(model.add(List.of(opened(3)))).as("no new category").isFalse();
        assertThat(model.categories()).containsExactly("engine", "upgrade");

        model.search("WS_2 opened");
        assertThat(model.wanted()).extracting(LogLine::key).containsExactly(2L);
        model.search("");
        model.show("upgrade", false);

        assertThat(model.wanted()).extracting(line -> line.line().category()).containsExactly("engine");
        assertThat(model.all()).isEqualTo(4);
    }

    @Test
    void theOldestGoAndRowsKeepTheirNumbers() {
        model.add(IntStream.range(0, LogModel.MOST).mapToObj(LogModelTest::opened).toList());
        LogLine kept = Objects.requireNonNull(model.row(5_000));
        model.add(List.of(started()));

        assertThat(model.dropped()).isEqualTo(1_000);
        assertThat(model.first()).isEqualTo(1_000);
        assertThat(model.end()).isEqualTo(LogModel.MOST + 1);
        assertThat(model.row(5_000)).isEqualTo(kept);
        assertThat(model.numberAtOrAfter(kept.key())).isEqualTo(5_000);
        assertThat(model.row(999)).isNull();
    }
}
