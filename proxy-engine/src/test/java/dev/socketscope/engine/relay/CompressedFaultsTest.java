package dev.socketscope.engine.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.Fault;
import dev.socketscope.engine.api.FaultMatch;
import dev.socketscope.engine.api.FrameQuery;
import dev.socketscope.engine.api.FrameView;
import dev.socketscope.engine.api.MessageFault;
import dev.socketscope.engine.api.MessageFault.Utf8;
import dev.socketscope.engine.api.Reply;
import dev.socketscope.engine.api.Route;
import dev.socketscope.engine.api.TunnelPolicy;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.extensions.permessage_deflate.PerMessageDeflateExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Message faults on permessage-deflate, between two peers that we did not write and that inflate every message. */
class CompressedFaultsTest {
    private static final String LONG = " and then some more of the same".repeat(50);
    private final PeerServer server = PeerServer.running(new Draft_6455(new PerMessageDeflateExtension()));

    @AfterEach
    void stop() {
        server.close();
    }

    private LocalEngine engine() {
        return Engines.start(Engines.LIMITS, Route.toEverything("http://127.0.0.1:" + server.getPort())
                .with(TunnelPolicy.PASSIVE));
    }

    private static PeerClient connected(LocalEngine engine) {
        return PeerClient.connected(Engines.ws(engine, "/"), new Draft_6455(new PerMessageDeflateExtension()));
    }

    private static String message(String name) {
        return name + LONG;
    }

    /** What the client gets back of one, two and three, with the fault on its way. */
    static Stream<Arguments> faults() {
        String one = message("one");
        String two = message("two");
        String three = message("three");
        FaultMatch second = UnderFaults.DOWN.saying("two");
        Duration moment = Duration.ofMillis(30);
        return Stream.of(Arguments.of(new MessageFault.Drop(), second, List.of(one, three)),
                Arguments.of(new MessageFault.Duplicate(1, Duration.ZERO), second, List.of(one, two, two, three)),
                Arguments.of(new MessageFault.Delay(moment, Duration.ZERO), second, List.of(one, two, three)),
                Arguments.of(new MessageFault.Truncate(3), second, List.of(one, "two", three)),
                Arguments.of(new MessageFault.Fragment(100), second, List.of(one, two, three)),
                Arguments.of(new MessageFault.Replace("two", "2"), UnderFaults.DOWN,
                        List.of(one, message("2"), three)));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void everyMessageStandsAloneSoAnyOfThemMayBeTouched(MessageFault fault, FaultMatch match, List<String> expected)
            throws Exception {
        try (LocalEngine engine = engine(); PeerClient client = connected(engine)) {
            Engines.submit(engine, new Command.ArmFault(Fault.of(fault).on(match)));
            await().until(() -> !Engines.only(engine).faults().isEmpty());
            List.of("one", "two", "three").forEach(name -> client.send(message(name)));
            await().untilAsserted(() -> assertThat(client.received).hasSameSizeAs(expected));
            assertThat(client.received).isEqualTo(expected);
            assertThat(client.ended).isEmpty();
            try (FrameView frames = engine.frames(FrameQuery.ALL)) {
                assertThat(Objects.requireNonNull(frames.row(0)).frame().rsv1()).as("they were compressed").isTrue();
            }
        }
    }

    @Test
    void reorderedAndCorruptedMessagesInflateToo() throws Exception {
        try (LocalEngine engine = engine(); PeerClient client = connected(engine)) {
            Engines.submit(engine, new Command.ArmFault(Fault.of(new MessageFault.Corrupt(2, Utf8.KEEP))
                    .on(UnderFaults.DOWN.saying("two"))));
            Engines.submit(engine, new Command.ArmFault(
                    Fault.of(new MessageFault.Reorder(3, Duration.ofSeconds(10))).on(UnderFaults.DOWN)));
            await().until(() -> Engines.only(engine).faults().size() == 2);
            List.of("one", "two", "three").forEach(name -> client.send(message(name)));
            await().untilAsserted(() -> assertThat(client.received).hasSize(3));
            assertThat(client.received).contains(message("one"), message("three"))
                    .doesNotContain(message("two"))
                    .allSatisfy(
                            text -> assertThat(text.toString()).hasSizeBetween(LONG.length() + 3, LONG.length() + 5));
        }
    }

    /** The peers agree to take the context over, which the engine then leaves as it is. */
    @Test
    void whereMessagesDependOnEachOtherTheFaultIsRefusedAndSaysWhy() {
        try (RawTunnel t = RawTunnel.withContextTakeover()) {
            LocalEngine engine = t.engine;
            Reply reply = Engines.submit(engine, new Command.ArmFault(Fault.of(new MessageFault.Drop())));
            assertThat(reply).isEqualTo(new Reply.Refused("drop cannot act on " + Engines.only(engine).id()
                    + ": its messages are compressed with context takeover, so each one depends on those before it."
                    + " Set the route's compression to independent, or off."));
            assertThat(engine.faults()).isEmpty();
            assertThat(Engines.submit(engine,
                    new Command.ArmFault(Fault.of(new MessageFault.Delay(Duration.ofMillis(20), Duration.ZERO)))))
                    .as("it may come late")
                    .isInstanceOf(Reply.Armed.class);
        }
    }
}
