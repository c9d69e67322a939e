package dev.socketscope.engine.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IdScrambleTest {
    @Test
    void everyIdLeadsBackToItsNumber() {
        Random random = new Random(1);
        for (int i = 0; i < 100_000; i++) {
            int number = i < 1000 ? i
                    : i < 2000 ? IdScramble.CAPACITY - 1 - (i - 1000) : random.nextInt(IdScramble.CAPACITY);
            assertThat(IdScramble.number(IdScramble.id(number))).isEqualTo(number);
        }
    }

    @Test
    void idsAreShortDifferentAndDoNotLookLikeACounter() {
        Set<String> ids = new HashSet<>();
        for (int number = 0; number < 10_000; number++) {
            String id = IdScramble.id(number);
            assertThat(id).matches("ws_[0-9a-z]{5}");
            ids.add(id);
        }
        assertThat(ids).hasSize(10_000);
        assertThat(IdScramble.id(0).substring(0, 6)).isNotEqualTo(IdScramble.id(1).substring(0, 6));
    }

    @Test
    void whatIsNoIdHasNoNumber() {
        for (String text : new String[]{"", "ws_", "ws_ABCDE", "ws_abcd", "ws_abcdef", "xx_abcde", "ws_ab-de",
                "ws_abcd٣"}) {
            assertThat(IdScramble.number(text)).as(text).isEqualTo(-1);
        }
    }
}
