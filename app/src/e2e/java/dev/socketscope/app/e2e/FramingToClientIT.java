package dev.socketscope.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.Hold;
import dev.socketscope.engine.api.TunnelPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** What npm's {@code ws} as a client makes of a server, and says to it, is the same with the engine in between. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FramingToClientIT {
    private ServerSocket listening;
    private EngineUnderTest engine;
    private Driver client;

    @BeforeAll
    void start() throws IOException {
        listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        listening.setSoTimeout(10_000);
        engine = new EngineUnderTest("http://" + address(), TunnelPolicy.DEFAULT.with(Hold.NOTHING));
        client = new Driver("framing-client", List.of("framing-client.mjs"));
    }

    @AfterAll
    void stop() throws IOException {
        client.close();
        engine.close();
        listening.close();
    }

    private String address() {
        return "127.0.0.1:" + listening.getLocalPort();
    }

    @TestFactory
    Stream<DynamicTest> everythingIsAsItIsWithoutTheEngine() {
        return FramingCases.ofServer().map(sent -> DynamicTest.dynamicTest(sent.name(), () -> {
            List<String> direct = visited(address(), sent);
            assertThat(direct).as("the case comes to something").anyMatch(line -> line.startsWith("close "));
            assertThat(visited(engine.address(), sent)).isEqualTo(direct);
        }));
    }

    /** What the client has seen, and then what the server has. */
    private List<String> visited(String address, FramingCase sent) throws InterruptedException, ExecutionException {
        CompletableFuture<List<String>> server = CompletableFuture.supplyAsync(() -> {
            try {
                return FramingPeer.serve(listening, sent);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        List<String> seen = new ArrayList<>(
                client.command("visit", "ws://" + address + "/").valueStream().map(JsonNode::asString).toList());
        seen.add("the server:");
        seen.addAll(server.get());
        return seen;
    }
}
