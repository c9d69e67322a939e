package dev.socketscope.app.rtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.app.fake.FakeEngine;
import dev.socketscope.app.fake.FakeTraffic;
import dev.socketscope.engine.api.CloseInfo;
import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Connection.State;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RttFeedTest {
    private final FakeEngine engine = FakeEngine.empty();
    private final RttFeed feed = new RttFeed(engine);

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void whatIsReadIsNoNewsTheSecondTime() {
        Connection ended = FakeTraffic.closed(open(),
                new CloseInfo(CloseInfo.By.CLIENT, CloseInfo.Manner.CLOSE_FRAME, 1000, "", null));
        engine.put(ended);

        assertThat(feed.more(List.of(ended))).isTrue();
        assertThat(feed.more(List.of(ended))).isFalse();
        assertThat(feed.read(List.of(ended)).getFirst().points().size()).isEqualTo(30);
    }

    @Test
    void aRoundTripThatComesLaterIsNews() {
        Connection open = open();
        engine.put(open);
        feed.read(List.of(open));

        await().until(() -> feed.more(List.of(open)));
    }

    @Test
    void aConnectionThatIsNotWantedAnyMoreIsNoNews() {
        Connection open = open();
        engine.put(open);
        feed.read(List.of(open));

        assertThat(feed.more(List.of())).isFalse();
    }

    private static Connection open() {
        return FakeTraffic.connection("ws_1", "/hmr", null, 30, State.OPEN);
    }
}
