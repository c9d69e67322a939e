package dev.socketscope.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.Hold;
import dev.socketscope.engine.api.Route;
import dev.socketscope.engine.api.TunnelPolicy;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** What a client sees of npm's {@code ws} is the same with the engine in between, whatever it sends. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FramingThroughEngineIT {
    private Peer peer;
    private EngineUnderTest transparent;
    private EngineUnderTest usual;

    @BeforeAll
    void start() {
        peer = new Peer("ws");
        TunnelPolicy passive = TunnelPolicy.DEFAULT.with(Hold.NOTHING);
        usual = new EngineUnderTest(peer.url(), passive);
        transparent = new EngineUnderTest(
                Route.toEverything(peer.url()).with(passive).with(Route.Compression.TRANSPARENT));
    }

    @AfterAll
    void stop() {
        transparent.close();
        usual.close();
        peer.close();
    }

    @TestFactory
    Stream<DynamicTest> everythingIsAsItIsWithoutTheEngine() {
        return FramingCases.ofClient().map(sent -> DynamicTest.dynamicTest(sent.name(), () -> assertSame(sent, usual)));
    }

    @TestFactory
    Stream<DynamicTest> compressedMessagesAreTooWhereTheEngineOnlyLooksOn() {
        return DeflateFramingCases.all()
                .map(sent -> DynamicTest.dynamicTest(sent.name(), () -> assertSame(sent, transparent)));
    }

    /**
     * The default settings have both sides agree to no context takeover. {@code ws} then sends short messages as they are, so whether
     * a frame is compressed is not compared.
     */
    @TestFactory
    Stream<DynamicTest> compressedMessagesArriveTheSameWhereEachStandsAlone() {
        return DeflateFramingCases.all().map(sent -> DynamicTest.dynamicTest(sent.name(), () -> {
            List<String> direct = FramingPeer.visit(peer.url(), sent);
            List<String> through = FramingPeer.visit(usual.address(), sent);
            assertThat(messages(through)).isEqualTo(messages(direct));
        }));
    }

    private static List<String> messages(List<String> seen) {
        return seen.stream().skip(2).map(frame -> frame.replaceFirst("^c", "8")).toList();
    }

    private void assertSame(FramingCase sent, EngineUnderTest engine) throws IOException {
        List<String> direct = FramingPeer.visit(peer.url(), sent);
        List<String> through = FramingPeer.visit(engine.address(), sent);
        assertThat(direct).as("the case comes to something")
                .hasSizeGreaterThanOrEqualTo(2)
                .doesNotContain("nothing more, and no end");
        assertThat(through).isEqualTo(direct);
    }
}
