package dev.socketscope.engine.relay;

import static dev.socketscope.engine.relay.WireText.fromClient;
import static dev.socketscope.engine.relay.WireText.fromUpstream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.api.BufferBounds;
import dev.socketscope.engine.api.CloseInfo;
import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Event;
import dev.socketscope.engine.api.Hold;
import dev.socketscope.engine.api.TunnelPolicy;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A client that asked for it is waited for, and finds everything when it comes back. */
class ClientLossTest {
    private static final String TOKEN = "abcDEF_-123456";
    private static final String WISH = "Socketscope-Resume: " + TOKEN;

    /** A client that asks to be resumed, its engine and its upstream. */
    private static final class Session implements AutoCloseable {
        private final java.net.ServerSocket listening = Raw.listen();
        final LocalEngine engine;
        final Raw client;
        final Raw upstream;
        final String head;
        final String request;

        Session(TunnelPolicy policy, String path, String... headers) {
            engine = Engines.to(listening.getLocalPort(), policy);
            client = Raw.connect(Engines.port(engine)).upgrade(path, headers);
            upstream = Raw.accept(listening);
            request = upstream.switchProtocols();
            head = client.head();
        }

        Raw again(String path, String... headers) {
            return Raw.connect(Engines.port(engine)).upgrade(path, headers);
        }

        Raw nextUpstream() {
            Raw next = Raw.accept(listening);
            next.switchProtocols();
            return next;
        }

        Connection first() {
            return engine.connections().getFirst();
        }

        void loseClient() {
            client.reset();
            await().until(() -> first().state() == Connection.State.CLIENT_AWAY);
        }

        void awaitWaiting(int messages) {
            await().until(() -> first().survival().bufferedToClient() == messages);
        }

        @Override
        public void close() {
            client.close();
            upstream.close();
            engine.close();
        }
    }

    private static Session counting() {
        return new Session(TunnelPolicy.DEFAULT, "/x?a=1&_resume=" + TOKEN + "&_received=0&b=2");
    }

    @Test
    void theWishNeverReachesTheUpstream() {
        try (Session s = counting()) {
            assertThat(s.request).startsWith("GET /x?a=1&b=2 HTTP/1.1")
                    .doesNotContainIgnoringCase("resume")
                    .doesNotContain(TOKEN);
        }
        try (Session s = new Session(TunnelPolicy.DEFAULT, "/x", WISH, "Socketscope-Received: 0")) {
            assertThat(s.request).startsWith("GET /x HTTP/1.1").doesNotContainIgnoringCase("socketscope-re");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "has space in it", "dots.are.not.allowed"})
    void aTokenThatCannotBeOneIsRefused(String token) {
        try (LocalEngine engine = Engines.to(1, TunnelPolicy.DEFAULT);
                Raw client = Raw.connect(Engines.port(engine)).upgrade("/x", "Socketscope-Resume: " + token)) {
            assertThat(client.head()).startsWith("HTTP/1.1 400 ");
            assertThat(client.readTextToEnd()).contains("_resume must be 8 to 128");
        }
    }

    @Test
    void aClientThatCountsIsToldWhereItStands() {
        try (Session s = counting()) {
            assertThat(WireText.read(s.client).text())
                    .isEqualTo("{\"type\":\"resumed\",\"session\":\"new\",\"received\":0}");
            s.upstream.send(fromUpstream("first")).send(fromUpstream("second"));
            assertThat(WireText.read(s.client).text()).isEqualTo("first");
            s.client.send(fromClient("mine"));
            assertThat(WireText.read(s.upstream).text()).isEqualTo("mine");
            s.loseClient();
            s.upstream.send(fromUpstream("third"));
            s.awaitWaiting(1);
            try (Raw back = s.again("/x?a=1&b=2&_resume=" + TOKEN + "&_received=1")) {
                assertThat(back.head()).startsWith("HTTP/1.1 101 ");
                assertThat(WireText.read(back).text())
                        .isEqualTo("{\"type\":\"resumed\",\"session\":\"same\",\"received\":1}");
                assertThat(WireText.read(back).text()).as("sent, but never received").isEqualTo("second");
                assertThat(WireText.read(back).text()).isEqualTo("third");
                back.send(fromClient("again"));
                assertThat(WireText.read(s.upstream).text()).isEqualTo("again");
                assertThat(s.engine.connections()).hasSize(1);
                assertThat(s.first().survival().reconnects()).isEqualTo(1);
                assertThat(Engines.events(s.engine, Event.ClientLost.class)).hasSize(1);
                assertThat(Engines.events(s.engine, Event.ClientBack.class)).singleElement()
                        .extracting(Event.ClientBack::flushed)
                        .isEqualTo(2);
            }
        }
    }

    @Test
    void everyEventLoopCanTakeTheClientBack() {
        try (Session s = counting()) {
            WireText.read(s.client);
            Raw last = s.client;
            for (int i = 0; i < 8; i++) {
                last.reset();
                await().until(() -> s.first().state() == Connection.State.CLIENT_AWAY);
                s.upstream.send(fromUpstream("m" + i));
                last = s.again("/x?_resume=" + TOKEN + "&_received=" + i);
                last.head();
                assertThat(WireText.read(last).text()).contains("same");
                assertThat(WireText.read(last).text()).isEqualTo("m" + i);
                last.send(fromClient("c" + i));
                assertThat(WireText.read(s.upstream).text()).isEqualTo("c" + i);
            }
            last.close();
        }
    }

    @Test
    void aClientThatLeavesWhileItComesBackLeavesNothingBehindForItsNextSocket() {
        try (Session s = counting()) {
            WireText.read(s.client);
            s.loseClient();
            for (int i = 0; i < 50; i++) {
                s.upstream.send(fromUpstream("m" + i));
                try (Raw gone = s.again("/x?_resume=" + TOKEN + "&_received=" + i)) {
                    gone.head();
                    gone.reset();
                }
                try (Raw back = s.again("/x?_resume=" + TOKEN + "&_received=" + i)) {
                    back.head();
                    assertThat(WireText.read(back).text()).as("in round %d, before all messages", i).contains("same");
                    assertThat(WireText.read(back).text()).isEqualTo("m" + i);
                    back.reset();
                }
            }
            await().until(() -> s.first().state() == Connection.State.CLIENT_AWAY);
            await().untilAsserted(
                    () -> assertThat(Engines.events(s.engine, Event.ClientLost.class)).as("each loss is told once")
                            .hasSize(Engines.events(s.engine, Event.ClientBack.class).size() + 1));
        }
    }

    @Test
    void aClientMayComeBackBeforeItsOldSocketIsKnownToBeDead() {
        try (Session s = counting()) {
            WireText.read(s.client);
            try (Raw back = s.again("/x?_resume=" + TOKEN + "&_received=0")) {
                back.head();
                assertThat(WireText.read(back).text()).contains("same");
                s.upstream.send(fromUpstream("for the new socket"));
                assertThat(WireText.read(back).text()).isEqualTo("for the new socket");
            }
        }
    }

    @Test
    void whatTheClientSendsRightBehindItsRequestIsNotLost() {
        try (Session s = counting()) {
            WireText.read(s.client);
            s.loseClient();
            try (Raw back = Raw.connect(Engines.port(s.engine))) {
                back.upgrade("/x?_resume=" + TOKEN + "&_received=0").send(fromClient("early"));
                assertThat(WireText.read(s.upstream).text()).isEqualTo("early");
            }
        }
    }

    @Test
    void jsonObjectsThatWaitedAreMarkedForAClientThatOnlyAsked() {
        try (Session s = new Session(TunnelPolicy.DEFAULT, "/x", WISH)) {
            s.upstream.send(fromUpstream("{\"n\":1}"));
            assertThat(WireText.read(s.client).text()).isEqualTo("{\"n\":1}");
            s.loseClient();
            s.upstream.send(fromUpstream("{\"n\":2}")).send(fromUpstream("[3]")).send(fromUpstream("plain"));
            s.awaitWaiting(3);
            try (Raw back = s.again("/x", WISH)) {
                back.head();
                assertThat(WireText.read(back).text())
                        .matches("\\{\"_buffered\":true,\"_originalTimestamp\":\"20[^\"]+Z\",\"_id\":\"2\",\"n\":2}");
                assertThat(WireText.read(back).text()).isEqualTo("[3]");
                assertThat(WireText.read(back).text()).isEqualTo("plain");
                s.upstream.send(fromUpstream("{\"n\":5}"));
                assertThat(WireText.read(back).text()).isEqualTo("{\"n\":5}");
            }
        }
    }

    @Test
    void syncIsAnsweredByTheEngine() {
        try (Session s = new Session(TunnelPolicy.DEFAULT, "/x", WISH)) {
            long before = System.currentTimeMillis() - 1;
            s.upstream.send(fromUpstream("{\"n\":1}")).send(fromUpstream("{\"n\":2}"));
            WireText.read(s.client);
            WireText.read(s.client);
            s.client.send(fromClient("{\"type\":\"sync\",\"lastMessageId\":\"1\"}"));
            assertThat(WireText.read(s.client).text()).contains("\"_id\":\"2\"").endsWith("\"n\":2}");
            s.client.send(fromClient("{\"type\":\"sync\",\"since\":" + before + "}"));
            assertThat(WireText.read(s.client).text()).contains("\"_id\":\"1\"");
            assertThat(WireText.read(s.client).text()).contains("\"_id\":\"2\"");
            s.client.send(fromClient("{\"type\":\"other\"}"));
            assertThat(WireText.read(s.upstream).text()).as("the first thing the upstream hears")
                    .isEqualTo("{\"type\":\"other\"}");
        }
    }

    @Test
    void syncOfAClientThatDidNotAskIsTheUpstreamsBusiness() {
        try (Session s = new Session(TunnelPolicy.DEFAULT, "/x")) {
            s.client.send(fromClient("{\"type\":\"sync\",\"since\":1}"));
            assertThat(WireText.read(s.upstream).text()).isEqualTo("{\"type\":\"sync\",\"since\":1}");
        }
    }

    @Test
    void aClientThatDidNotAskIsNotWaitedFor() {
        try (Session s = new Session(TunnelPolicy.DEFAULT, "/x")) {
            s.client.close();
            assertThat(s.upstream.readToEnd()).isEmpty();
        }
    }

    @Test
    void aRouteMayHaveEveryClientWaitedFor() {
        try (Session s = new Session(TunnelPolicy.DEFAULT.with(new Hold(true, true, Duration.ofSeconds(60))),
                "/x?q=1")) {
            s.loseClient();
            s.upstream.send(fromUpstream("{\"kept\":true}"));
            s.awaitWaiting(1);
            try (Raw back = s.again("/x?q=1")) {
                back.head();
                assertThat(WireText.read(back).text()).as("nothing is added").isEqualTo("{\"kept\":true}");
            }
        }
    }

    @Test
    void afterItsTimeTheUpstreamIsLetGo() {
        TunnelPolicy short_ = TunnelPolicy.DEFAULT.with(new Hold(true, false, Duration.ofMillis(200)));
        try (Session s = new Session(short_, "/x?_resume=" + TOKEN + "&_received=0")) {
            WireText.read(s.client);
            s.client.reset();
            assertThat(WireText.read(s.upstream).close()).startsWith("1001 the client did not come back");
            s.upstream.close();
            await().until(() -> !s.first().live());
            assertThat(s.first().close()).extracting(CloseInfo::by).isEqualTo(CloseInfo.By.ENGINE);
            try (Raw back = s.again("/x?_resume=" + TOKEN + "&_received=3")) {
                try (Raw fresh = s.nextUpstream()) {
                    back.head();
                    assertThat(WireText.read(back).text())
                            .isEqualTo("{\"type\":\"resumed\",\"session\":\"lost\",\"received\":0}");
                    fresh.send(fromUpstream("afresh"));
                    assertThat(WireText.read(back).text()).isEqualTo("afresh");
                }
            }
        }
    }

    @Test
    void aLostSessionIsToldAgainToAClientThatWasCutOffBeforeItHeard() {
        try (Session s = new Session(TunnelPolicy.DEFAULT, "/x?_resume=" + TOKEN + "&_received=3&_sessions=1")) {
            assertThat(WireText.read(s.client).text())
                    .isEqualTo("{\"type\":\"resumed\",\"session\":\"lost\",\"received\":0}");
            s.upstream.send(fromUpstream("m1"))
                    .send(fromUpstream("m2"))
                    .send(fromUpstream("m3"))
                    .send(fromUpstream("m4"));
            await().until(() -> s.first().toClient().messages() == 4);
            s.loseClient();
            try (Raw back = s.again("/x?_resume=" + TOKEN + "&_received=3&_sessions=1")) {
                back.head();
                assertThat(WireText.read(back).text())
                        .isEqualTo("{\"type\":\"resumed\",\"session\":\"lost\",\"received\":0}");
                assertThat(WireText.read(back).text()).as("its three were of the session before").isEqualTo("m1");
                back.reset();
                await().until(() -> s.first().state() == Connection.State.CLIENT_AWAY);
            }
            try (Raw back = s.again("/x?_resume=" + TOKEN + "&_received=3&_sessions=2")) {
                back.head();
                assertThat(WireText.read(back).text()).contains("same");
                assertThat(WireText.read(back).text()).isEqualTo("m4");
            }
        }
    }

    @Test
    void moreThanTheBoundsKeepIsALostSessionAndTheLossIsCounted() {
        TunnelPolicy tight = TunnelPolicy.DEFAULT.with(new BufferBounds(2, Duration.ofSeconds(60), 1 << 20));
        try (Session s = new Session(tight, "/x?_resume=" + TOKEN + "&_received=0")) {
            WireText.read(s.client);
            s.loseClient();
            for (int i = 0; i < 5; i++) {
                s.upstream.send(fromUpstream("m" + i));
            }
            await().until(() -> s.first().survival().dropped() == 3);
            try (Raw back = s.again("/x?_resume=" + TOKEN + "&_received=0"); Raw fresh = s.nextUpstream()) {
                back.head();
                assertThat(WireText.read(back).text())
                        .isEqualTo("{\"type\":\"resumed\",\"session\":\"lost\",\"received\":0,\"missing\":3}");
                assertThat(WireText.read(s.upstream).close()).startsWith("1001 ");
            }
        }
    }

    @Test
    void aCloseFrameOfTheClientIsAnEndNotALoss() {
        try (Session s = counting()) {
            WireText.read(s.client);
            s.client.send(EngineFrame.close(dev.socketscope.engine.api.Leg.UPSTREAM, 1001, "page left").bytes());
            assertThat(WireText.read(s.upstream).close()).isEqualTo("1001 page left");
            assertThat(Engines.events(s.engine, Event.ClientLost.class)).isEmpty();
        }
    }

    @Test
    void bothMayBeAwayAtOnce() {
        try (Session s = counting()) {
            WireText.read(s.client);
            s.loseClient();
            s.upstream.reset();
            try (Raw next = s.nextUpstream()) {
                next.send(fromUpstream("from the new upstream"));
                s.awaitWaiting(1);
                try (Raw back = s.again("/x?_resume=" + TOKEN + "&_received=0")) {
                    back.head();
                    assertThat(List.of(WireText.read(back).text(), WireText.read(back).text()))
                            .last()
                            .isEqualTo("from the new upstream");
                    back.send(fromClient("and back"));
                    assertThat(WireText.read(next).text()).isEqualTo("and back");
                    await().until(() -> s.first().state() == Connection.State.OPEN);
                }
            }
        }
    }
}
