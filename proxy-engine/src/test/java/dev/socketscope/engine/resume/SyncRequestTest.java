package dev.socketscope.engine.resume;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SyncRequestTest {
    private static Optional<SyncRequest> parse(String text) {
        return SyncRequest.parse(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void asksByTimeOrByNumber() {
        assertThat(parse("{\"type\":\"sync\",\"since\":1700000000000}"))
                .contains(new SyncRequest(1_700_000_000_000L, -1));
        assertThat(parse("{\"type\":\"sync\",\"lastMessageId\":\"42\"}")).contains(new SyncRequest(-1, 42));
        assertThat(parse("{\"type\":\"sync\",\"lastMessageId\":42}")).contains(new SyncRequest(-1, 42));
    }

    @Test
    void aNumberThatIsNoneMeansEverything() {
        assertThat(parse("{\"type\":\"sync\",\"lastMessageId\":null}")).contains(new SyncRequest(-1, 0));
        assertThat(parse("{\"type\":\"sync\",\"since\":\"yesterday\"}")).contains(new SyncRequest(0, -1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{}", "[]", "{\"type\":\"sync\"}", "{\"type\":\"ping\",\"since\":1}",
            "{\"type\":\"sync\",\"since\":1", "sync"})
    void everythingElseIsNone(String text) {
        assertThat(parse(text)).isEmpty();
    }
}
