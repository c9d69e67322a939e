package dev.socketscope.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.Event;
import dev.socketscope.engine.api.EventPage;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class EventLogTest {
    private final EventLog log = new EventLog(10);

    @Test
    void pagesFollowEachOtherWithoutGapsOrRepeats() {
        append(7);
        EventPage first = log.read(0, 5);
        EventPage second = log.read(first.next(), 5);
        EventPage third = log.read(second.next(), 5);
        assertThat(first.events()).extracting(Event::seq).containsExactly(0L, 1L, 2L, 3L, 4L);
        assertThat(second.events()).extracting(Event::seq).containsExactly(5L, 6L);
        assertThat(third).isEqualTo(new EventPage(0, java.util.List.of(), 7));
    }

    @Test
    void aSlowReaderIsToldHowManyItMissed() {
        append(25);
        EventPage page = log.read(3, 100);
        assertThat(page.missed()).isEqualTo(12);
        assertThat(page.events()).extracting(Event::seq).first().isEqualTo(15L);
        assertThat(page.events()).hasSize(10);
        assertThat(page.next()).isEqualTo(25);
    }

    @Test
    void aReaderThatIsOvertakenWhileReadingStillAddsUp() {
        CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> append(200_000));
        long seen = 0;
        long next = 0;
        while (!writer.isDone() || next < log.endSeq()) {
            EventPage page = log.read(next, 7);
            assertThat(page.next()).isEqualTo(next + page.missed() + page.events().size());
            seen += page.missed() + page.events().size();
            next = page.next();
        }
        assertThat(seen).isEqualTo(200_000);
    }

    private void append(int events) {
        for (int i = 0; i < events; i++) {
            log.append(seq -> new Event.EngineStarted(seq, Instant.EPOCH, "somewhere"));
        }
    }
}
