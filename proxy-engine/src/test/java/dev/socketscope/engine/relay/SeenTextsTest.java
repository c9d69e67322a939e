package dev.socketscope.engine.relay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.Header;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SeenTextsTest {
    private static String fresh(String text) {
        return String.valueOf(text.toCharArray());
    }

    @Test
    void whatCameBeforeIsTheSameObject() {
        Header first = SeenTexts.header(fresh("User-Agent"), fresh("Mozilla/5.0 of this test"));
        assertThat(SeenTexts.header(fresh("User-Agent"), fresh("Mozilla/5.0 of this test"))).isSameAs(first);
        assertThat(SeenTexts.header(fresh("User-Agent"), fresh("another")).name()).isSameAs(first.name());
    }

    @Test
    void namesKeepTheirCase() {
        SeenTexts.header("Upgrade", "websocket");
        assertThat(SeenTexts.header("upgrade", "websocket").name()).isEqualTo("upgrade");
        assertThat(SeenTexts.header("Upgrade", "WebSocket").value()).isEqualTo("WebSocket");
    }

    @Test
    void aLongValueIsNotKept() {
        String token = "x".repeat(600);
        assertThat(SeenTexts.header("Cookie", fresh(token))).isNotSameAs(SeenTexts.header("Cookie", fresh(token)))
                .isEqualTo(new Header("Cookie", token));
    }

    /** Many more than there are places, so that they push each other out. */
    @Test
    void everyTextIsGivenBackAsItWas() {
        Random random = new Random(7);
        for (int i = 0; i < 50_000; i++) {
            String name = "X-" + random.nextInt(40);
            String value = Integer.toString(random.nextInt(5_000));
            assertThat(SeenTexts.header(name, value)).isEqualTo(new Header(name, value));
            assertThat(SeenTexts.of(value)).isEqualTo(value);
        }
    }
}
