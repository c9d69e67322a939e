package dev.socketscope.app.e2e;

import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.api.CloseInfo;
import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Engine;
import dev.socketscope.engine.api.EngineConfig;
import dev.socketscope.engine.api.FilterException;
import dev.socketscope.engine.api.Frame;
import dev.socketscope.engine.api.FrameQuery;
import dev.socketscope.engine.api.FrameRow;
import dev.socketscope.engine.api.FrameView;
import dev.socketscope.engine.api.Opcode;
import dev.socketscope.engine.api.Payload;
import dev.socketscope.engine.api.Reply;
import dev.socketscope.engine.api.Route;
import dev.socketscope.engine.api.TunnelPolicy;
import dev.socketscope.engine.relay.LocalEngine;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An engine with default settings in front of one upstream, and questions that tests ask of it. */
final class EngineUnderTest implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final JsonMapper JSON = new JsonMapper();
    private final Engine engine;

    EngineUnderTest(String upstream) {
        this(upstream, TunnelPolicy.DEFAULT);
    }

    EngineUnderTest(String upstream, TunnelPolicy policy) {
        this(Route.toEverything(upstream).with(policy));
    }

    EngineUnderTest(Route route) {
        engine = LocalEngine.start(new EngineConfig(new InetSocketAddress("127.0.0.1", 0), EngineConfig.Capture.DEFAULT,
                EngineConfig.Limits.DEFAULT, List.of(route)));
    }

    Engine engine() {
        return engine;
    }

    /** {@code host:port} of the listener. */
    String address() {
        return engine.info().listen();
    }

    String url(String path) {
        return "http://" + address() + path;
    }

    Reply submit(Command command) {
        return engine.submit(command).toCompletableFuture().join();
    }

    /** The newest connection, which has to be there. */
    Connection newest() {
        return engine.connections().getLast();
    }

    /** The newest connection that fits, as soon as there is one. */
    Connection awaitConnection(Predicate<Connection> wanted) {
        return await().atMost(LIMIT).until(() -> newest(wanted), Optional::isPresent).orElseThrow();
    }

    /** A connection with this subprotocol that is open. */
    Connection awaitOpen(String subprotocol) {
        return awaitConnection(c -> c.state() == Connection.State.OPEN && subprotocol.equals(c.subprotocol()));
    }

    /** The connection in its final state. */
    Connection awaitClosed(String id) {
        return awaitConnection(c -> c.id().equals(id) && !c.live());
    }

    /** How the connection ended, when it has. */
    CloseInfo awaitClose(String id) {
        return Objects.requireNonNull(awaitClosed(id).close(), "a closed connection tells how");
    }

    /** A JSON text message that went this way on this connection and that has this {@code type}. */
    JsonNode awaitMessage(String connection, Direction direction, String type) {
        return await().atMost(LIMIT)
                .until(() -> messages(connection, direction).stream()
                        .filter(message -> type.equals(message.path("type").asString("")))
                        .findFirst(), Optional::isPresent)
                .orElseThrow();
    }

    /** Every captured text message of one direction, all JSON, oldest first. */
    List<JsonNode> messages(String connection, Direction direction) {
        return frames(connection).stream()
                .filter(frame -> frame.direction() == direction && frame.opcode() == Opcode.TEXT)
                .map(frame -> JSON.readTree(text(frame)))
                .toList();
    }

    /** Every captured frame of a connection, oldest first. */
    List<Frame> frames(String connection) {
        try (FrameView view = engine.frames(new FrameQuery(Set.of(connection), ""))) {
            await().atMost(LIMIT).until(() -> view.pending() == 0);
            List<Frame> frames = new ArrayList<>();
            for (long row = view.firstRow(); row < view.endRow(); row++) {
                Optional.ofNullable(view.row(row)).map(FrameRow::frame).ifPresent(frames::add);
            }
            return frames;
        } catch (FilterException e) {
            throw new IllegalStateException("the empty filter is valid", e);
        }
    }

    /** The whole message that a frame belongs to, inflated. */
    Payload message(Frame frame) {
        return engine.message(frame.seq()).toCompletableFuture().join().orElseThrow();
    }

    String text(Frame frame) {
        return new String(message(frame).bytes(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        engine.close();
    }

    private Optional<Connection> newest(Predicate<Connection> wanted) {
        return engine.connections().reversed().stream().filter(wanted).findFirst();
    }
}
