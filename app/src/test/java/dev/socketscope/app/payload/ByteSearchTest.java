package dev.socketscope.app.payload;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ByteSearchTest {
    @Test
    void findsWhatAStringFinds() {
        Random random = new Random(9);
        for (int i = 0; i < 300; i++) {
            String text = word(random, random.nextInt(400));
            String wanted = word(random, 1 + random.nextInt(3));
            assertThat(starts(text, wanted)).as("%s in %s", wanted, text).isEqualTo(expected(text, wanted));
        }
    }

    @Test
    void takesCaseIntoAccountOnlyForBytes() {
        assertThat(starts("aAaA", "A")).containsExactly(0, 1, 2, 3);
        var exact = new ByteSearch("aAaA".getBytes(StandardCharsets.UTF_8), new byte[]{'A'}, true);
        exact.run(() -> false);
        assertThat(exact.count()).isEqualTo(2);
    }

    @Test
    void goesRoundBothEnds() {
        ByteSearch search = search("x-x-x", "x");
        search.goTo(1);
        assertThat(search.current()).isEqualTo(1);
        search.step(true);
        search.step(true);
        assertThat(search.current()).isZero();
        search.step(false);
        assertThat(search.current()).isEqualTo(2);
        search.goTo(5);
        assertThat(search.current()).isZero();
    }

    @Test
    void writesDownABoundedNumberOfMatches() {
        ByteSearch search = search("x".repeat(300_000), "x");
        assertThat(search.count()).isEqualTo(ByteSearch.MAX_MATCHES);
        assertThat(search.isCut()).isTrue();
    }

    @Test
    void theHexViewLooksForBytes() {
        assertThat(Needle.of("1f 8b", PayloadTab.HEX).bytes()).containsExactly(0x1f, 0x8b);
        assertThat(Needle.of("0x1F8B", PayloadTab.HEX).bytes()).containsExactly(0x1f, 0x8b);
        assertThat(Needle.of("beef", PayloadTab.HEX).bytes()).containsExactly('b', 'e', 'e', 'f');
        assertThat(Needle.of("1f 8b", PayloadTab.TEXT).bytes()).hasSize(5);
    }

    private static List<Integer> expected(String text, String wanted) {
        List<Integer> found = new ArrayList<>();
        String low = text.toLowerCase(Locale.ROOT);
        for (int at = low.indexOf(wanted.toLowerCase(Locale.ROOT)); at >= 0; at = low
                .indexOf(wanted.toLowerCase(Locale.ROOT), at + wanted.length())) {
            found.add(at);
        }
        return found;
    }

    private static List<Integer> starts(String text, String wanted) {
        ByteSearch search = search(text, wanted);
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < search.count(); i++) {
            found.add((int) search.start(i));
        }
        return found;
    }

    private static ByteSearch search(String text, String wanted) {
        var search = new ByteSearch(text.getBytes(StandardCharsets.UTF_8), wanted.getBytes(StandardCharsets.UTF_8),
                false);
        search.run(() -> false);
        return search;
    }

    private static String word(Random random, int length) {
        var text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append("abAB".charAt(random.nextInt(4)));
        }
        return text.toString();
    }
}
