package dev.socketscope.engine.resume;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.BufferBounds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageLogTest {
    private static final BufferBounds BOUNDS = new BufferBounds(3, Duration.ofSeconds(60), 100);
    private final MessageLog log = new MessageLog(BOUNDS);

    private static byte[] wire(int length) {
        return new byte[length];
    }

    private List<Long> numbers(List<MessageLog.Message> messages) {
        return messages.stream().map(MessageLog.Message::number).toList();
    }

    @Test
    void theOldestGoAtTheCountBound() {
        for (int i = 1; i <= 3; i++) {
            assertThat(log.append(0, 1, wire(1))).isZero();
        }
        assertThat(log.append(0, 1, wire(1))).isEqualTo(1);
        assertThat(numbers(log.takeWaiting())).containsExactly(2L, 3L, 4L);
        assertThat(log.waiting()).isZero();
    }

    @Test
    void theOldestGoAtTheByteBound() {
        log.append(0, 1, wire(60));
        assertThat(log.append(0, 1, wire(60))).isEqualTo(1);
        assertThat(numbers(log.takeWaiting())).containsExactly(2L);
        assertThat(log.bytes()).isEqualTo(60);
    }

    @Test
    void whatIsTooLargeForTheBoundIsDroppedItself() {
        log.append(0, 1, wire(10));
        assertThat(log.append(0, 1, wire(101))).isEqualTo(2);
        assertThat(log.takeWaiting()).isEmpty();
        assertThat(log.last()).isEqualTo(2);
        assertThat(log.first()).isEqualTo(3);
    }

    @Test
    void whatWasTakenAndHasNotLeftWaitsAgain() {
        for (int i = 1; i <= 3; i++) {
            log.append(0, 1, wire(1));
        }
        log.takeWaiting();
        log.left(1);
        log.forget(1);
        log.putBack();
        log.append(0, 1, wire(1));
        assertThat(log.waiting()).isEqualTo(3);
        assertThat(numbers(log.takeWaiting())).containsExactly(2L, 3L, 4L);
    }

    @Test
    void whatHasLeftDoesNotWaitAgain() {
        log.append(0, 1, wire(1));
        log.append(0, 1, wire(1));
        log.takeWaiting().forEach(message -> log.left(message.number()));
        log.putBack();
        assertThat(log.waiting()).isZero();
    }

    @Test
    void theOldestGoAtTheAgeBound() {
        log.append(0, 1, wire(1));
        log.append(50_000, 1, wire(1));
        assertThat(log.expire(60_001)).isEqualTo(1);
        assertThat(numbers(log.takeWaiting())).containsExactly(2L);
    }

    @Test
    void droppingWhatWasSentAlreadyLosesNothing() {
        log.append(0, 1, wire(1));
        log.takeWaiting();
        assertThat(log.expire(100_000)).isZero();
    }

    @Test
    void aPeerThatHasLessThanWasSentGetsTheRestAgain() {
        for (int i = 1; i <= 3; i++) {
            log.append(0, 1, wire(1));
        }
        log.takeWaiting();
        log.received(1);
        assertThat(log.waiting()).isEqualTo(2);
        assertThat(numbers(log.takeWaiting())).containsExactly(2L, 3L);
    }

    @Test
    void aMessageThatCannotBeKeptTakesWhatWaitsWithIt() {
        log.append(0, 1, wire(1));
        assertThat(log.skip()).isEqualTo(2);
        assertThat(log.waiting()).isZero();
        assertThat(log.last()).isEqualTo(2);
    }

    /** Whatever happens: numbers rise without gaps, bounds hold, and each message is waiting, sent, or told as dropped. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void nothingIsLostSilently(long seed) {
        Random random = new Random(seed);
        List<Long> delivered = new ArrayList<>();
        long dropped = 0;
        long appended = 0;
        long now = 0;
        for (int i = 0; i < 5_000; i++) {
            now += random.nextInt(5_000);
            switch (random.nextInt(4)) {
                case 0 -> delivered.addAll(numbers(log.takeWaiting()));
                case 1 -> dropped += log.expire(now);
                default -> {
                    dropped += log.append(now, 1, wire(random.nextInt(45)));
                    appended++;
                }
            }
            assertThat(log.size()).as("seed %d", seed).isLessThanOrEqualTo(3);
            assertThat(log.bytes()).as("seed %d", seed).isLessThanOrEqualTo(100);
            assertThat(delivered.size() + dropped + log.waiting()).as("seed %d, step %d", seed, i).isEqualTo(appended);
        }
        assertThat(delivered).as("seed %d", seed).isSorted().doesNotHaveDuplicates();
    }
}
