package dev.socketscope.engine.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.api.CloseInfo;
import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.Fault;
import dev.socketscope.engine.api.FaultMatch;
import dev.socketscope.engine.api.FaultSpec;
import dev.socketscope.engine.api.MessageFault;
import dev.socketscope.engine.api.MessageFault.Rule;
import dev.socketscope.engine.api.MessageFault.Utf8;
import dev.socketscope.engine.api.Reply;
import java.util.List;
import java.util.stream.Stream;
import org.java_websocket.drafts.Draft_6455;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What Java-WebSocket, which checks what it gets, makes of broken frames and messages: on either side, and told as the fault's doing. */
class StrictPeersTest {
    private static final int LARGEST = 1_000;

    private final PeerServer server = PeerServer.running(new Draft_6455(List.of(), LARGEST));
    private final LocalEngine engine = Engines.to(server.getPort());
    private final PeerClient client = PeerClient.connected(Engines.ws(engine, "/"), new Draft_6455(List.of(), LARGEST));

    @AfterEach
    void stop() {
        client.close();
        engine.close();
        server.close();
    }

    /** It does not look at masks, so that violation is shown to other peers. */
    static Stream<Arguments> broken() {
        MessageFault oversize = new MessageFault.Replace("anything", "x".repeat(LARGEST + 1));
        return Stream.concat(
                Stream.of(Rule.values())
                        .filter(rule -> rule != Rule.MASK)
                        .map(rule -> Arguments.of(new MessageFault.Violate(rule), 1002)),
                Stream.of(Arguments.of(new MessageFault.Corrupt(1, Utf8.BREAK), 1007), Arguments.of(oversize, 1009)));
    }

    private String arm(FaultSpec spec, FaultMatch match) {
        Reply reply = Engines.submit(engine, new Command.ArmFault(Fault.of(spec).on(match)));
        await().until(() -> !Engines.only(engine).faults().isEmpty());
        return ((Reply.Armed) reply).id();
    }

    private CloseInfo awaitClose() {
        await().until(() -> !Engines.only(engine).live());
        return java.util.Objects.requireNonNull(Engines.only(engine).close());
    }

    @ParameterizedTest
    @MethodSource("broken")
    void aStrictClientFailsTheConnection(MessageFault fault, int code) {
        String id = arm(fault, UnderFaults.DOWN);
        client.quiet();
        server.first().send("anything");
        assertEnd(CloseInfo.By.CLIENT, code, id);
    }

    @ParameterizedTest
    @MethodSource("broken")
    void aStrictServerFailsTheConnection(MessageFault fault, int code) {
        String id = arm(fault, UnderFaults.UP);
        client.send("anything");
        assertEnd(CloseInfo.By.UPSTREAM, code, id);
    }

    private void assertEnd(CloseInfo.By strict, int code, String fault) {
        assertThat(awaitClose()).extracting(CloseInfo::by, CloseInfo::code, CloseInfo::fault)
                .containsExactly(strict, code, fault);
        await().until(() -> !client.ended.isEmpty());
        assertThat(client.ended.getFirst().code()).isEqualTo(code);
    }
}
