package dev.socketscope.engine.query.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class BoundedRegexTest {
    private final FilterContent content = new FilterContent(new byte[0], 0);

    private boolean isFound(BoundedRegex regex, String text) {
        return regex.isFoundIn(text, content);
    }

    @Test
    void aCatastrophicPatternGivesUp() {
        BoundedRegex regex = new BoundedRegex(Pattern.compile("(a+)+$"));
        String text = "a".repeat(5_000) + "b";
        boolean found = Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> isFound(regex, text));
        assertThat(found).isFalse();
        assertThat(content.isGivenUp()).isTrue();
    }

    @Test
    void aPatternThatRecursesUsesUpNoStack() {
        assertThat(isFound(new BoundedRegex(Pattern.compile("^(x|y)*$")), "x".repeat(60_000) + "z")).isFalse();
        assertThat(content.isGivenUp()).isTrue();
    }

    @Test
    void aSimplePatternReadsAllOfTheFirst64Ki() {
        BoundedRegex regex = new BoundedRegex(Pattern.compile("needle\\d"));
        assertThat(isFound(regex, "x".repeat(BoundedRegex.MAX_CHARS - 7) + "needle1")).isTrue();
        assertThat(isFound(regex, "x".repeat(BoundedRegex.MAX_CHARS - 6) + "needle1")).isFalse();
        assertThat(content.isGivenUp()).isFalse();
    }

    @Test
    void aThreadThatIsToStopStopsMatching() {
        BoundedRegex regex = new BoundedRegex(Pattern.compile("q$"));
        String text = "x".repeat(50_000) + "q";
        assertThat(isFound(regex, text)).isTrue();
        Thread.currentThread().interrupt();
        assertThat(isFound(regex, text)).isFalse();
        assertThat(Thread.interrupted()).isTrue();
    }
}
