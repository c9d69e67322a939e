package dev.socketscope.app.playback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlayerTest {
    private static final long BEGIN = 1_700_000_000_000_000L;
    private static final long SECOND = 1_000_000;
    private final Player player = new Player(BEGIN, BEGIN + 10 * SECOND,
            List.of(mark(2), mark(2), mark(7)));

    private static Mark mark(long seconds) {
        return new Mark(BEGIN + seconds * SECOND, Mark.Kind.FAULT, "");
    }

    private long position() {
        return (player.position() - BEGIN) / SECOND;
    }

    @Test
    void playsFromTheBeginningAndStopsAtTheEnd() {
        player.play();
        player.speed(5);
        player.advance(1_000_000_000);
        assertThat(position()).isEqualTo(5);
        assertThat(player.playing()).isTrue();
        player.advance(2_000_000_000);
        assertThat(position()).isEqualTo(10);
        assertThat(player.playing()).isFalse();
    }

    @Test
    void stepsFromMarkToMark() {
        player.previous();
        assertThat(position()).isEqualTo(7);
        player.previous();
        assertThat(position()).isEqualTo(2);
        player.previous();
        assertThat(position()).as("the beginning").isZero();
        player.next();
        player.next();
        assertThat(position()).isEqualTo(7);
        player.next();
        assertThat(position()).as("the end").isEqualTo(10);
    }

    @Test
    void aRecordingWithoutLengthDoesNotPlay() {
        Player nothing = new Player(BEGIN, BEGIN, List.of());
        nothing.play();
        assertThat(nothing.playing()).isFalse();
    }

    @Test
    void timesAreToldSinceTheBeginningAndOnTheWall() {
        Times times = new Times(BEGIN, ZoneOffset.UTC);
        assertThat(times.since(BEGIN + 7_450_000)).isEqualTo("0:07.4");
        assertThat(times.since(BEGIN + 3_727_400_000L)).isEqualTo("1:02:07.4");
        assertThat(times.clock(BEGIN + 120_000)).isEqualTo("22:13:20.120");
    }
}
