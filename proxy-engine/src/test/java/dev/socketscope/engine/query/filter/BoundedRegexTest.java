package dev.socketscope.engine.query.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class BoundedRegexTest {

    @Test
    void aCatastrophicPatternGivesUp() {
        BoundedRegex regex = new BoundedRegex(Pattern.compile("(a+)+$"));
        String text = "a".repeat(5_000) + "b";
        boolean found = Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> regex.isFoundIn(text));
        assertThat(found).isFalse();
    }

    @Test
    void aPatternThatRecursesUsesUpNoStack() {
        assertThat(new BoundedRegex(Pattern.compile("^(x|y)*$")).isFoundIn("x".repeat(60_000) + "z")).isFalse();
    }

    @Test
    void aSimplePatternReadsAllOfTheFirst64Ki() {
        BoundedRegex regex = new BoundedRegex(Pattern.compile("needle\\d"));
        assertThat(regex.isFoundIn("x".repeat(BoundedRegex.MAX_CHARS - 7) + "needle1")).isTrue();
        assertThat(regex.isFoundIn("x".repeat(BoundedRegex.MAX_CHARS - 6) + "needle1")).isFalse();
    }

    @Test
    void aThreadThatIsToStopStopsMatching() {
        BoundedRegex regex = new BoundedRegex(Pattern.compile("q$"));
        String text = "x".repeat(50_000) + "q";
        assertThat(regex.isFoundIn(text)).isTrue();
        Thread.currentThread().interrupt();
        assertThat(regex.isFoundIn(text)).isFalse();
        assertThat(Thread.interrupted()).isTrue();
    }
}
