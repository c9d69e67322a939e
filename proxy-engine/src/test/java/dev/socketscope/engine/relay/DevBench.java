package dev.socketscope.engine.relay;

import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.api.Event;
import dev.socketscope.engine.api.HmrStatus;
import dev.socketscope.engine.api.Reconnect;
import dev.socketscope.engine.api.TunnelPolicy;
import java.io.IOException;
import java.time.Duration;

/** A dev server behind an engine that soon dials it again, and what one browser does there. */
final class DevBench implements AutoCloseable {
    static final TunnelPolicy POLICY = TunnelPolicy.DEFAULT
            .with(new Reconnect(Duration.ofMillis(50), Duration.ofMillis(200), 2, 0, 50));

    final ScriptedDevServer server = new ScriptedDevServer();
    final LocalEngine engine = Engines.to(server.port(), POLICY);

    /** Asks for a file. */
    String get(String path) {
        return PageClient.get(engine, path);
    }

    /** Opens a socket. */
    Raw page(String path, String... headers) {
        return PageClient.open(engine, path, headers);
    }

    /** What came of the first gap; waits for it. */
    Event.GapSettled settled() {
        await().until(() -> !Engines.events(engine, Event.GapSettled.class).isEmpty());
        return Engines.events(engine, Event.GapSettled.class).getFirst();
    }

    /** How the only hot-reload socket stands; waits for it. */
    HmrStatus status() {
        await().until(() -> !engine.hmr().isEmpty());
        return engine.hmr().getFirst();
    }

    @Override
    public void close() throws IOException {
        server.close();
        engine.close();
    }
}
