package dev.socketscope.engine.sandbox;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.java_websocket.WebSocket;
import org.java_websocket.framing.CloseFrame;
import tools.jackson.databind.JsonNode;

/**
 * The hot-reload socket in Vite's dialect: {@code connected}, then whatever {@link HmrScript} makes of the project while at
 * least one page listens. It answers the text pings {@code ping} and <code>{"type":"ping"}</code>, and
 * <code>{"type":"sync","since":millis}</code> with the edits made since. A {@value #PROBE} socket, with which Vite's client
 * asks whether the server is back, is closed with 1000 at once, as Vite does.
 */
final class HmrEndpoint implements Endpoint {
    private static final String PROTOCOL = "vite-hmr";
    private static final String PROBE = "vite-ping";
    private static final Duration FIRST_EDIT = Duration.ofMillis(1_200);

    private final Project project;
    private final HmrScript script;
    private final Timer timer;
    private final Set<Outbox> pages = ConcurrentHashMap.newKeySet();

    HmrEndpoint(Project project, Timer timer, long seed) {
        this.project = project;
        this.timer = timer;
        script = new HmrScript(project, new Random(seed));
        timer.after(FIRST_EDIT, this::edit);
    }

    private void edit() {
        if (pages.isEmpty()) {
            timer.after(FIRST_EDIT, this::edit);
            return;
        }
        HmrScript.Step step = script.next(System.currentTimeMillis());
        String message = Json.text(step.message());
        pages.forEach(page -> page.text(message));
        timer.after(step.pause(), this::edit);
    }

    @Override
    public String path() {
        return "/_hmr";
    }

    @Override
    public Optional<String> subprotocol(List<String> offered) {
        return List.of(PROTOCOL, PROBE).stream().filter(offered::contains).findFirst();
    }

    @Override
    public Session open(WebSocket socket, String query, String subprotocol) {
        Outbox page = new Outbox(socket);
        if (subprotocol.equals(PROBE)) {
            socket.close(CloseFrame.NORMAL);
        } else {
            page.json(Json.object("type", "connected"));
            pages.add(page);
        }
        return new Page(page);
    }

    private final class Page implements Session {
        private final Outbox outbox;

        Page(Outbox outbox) {
            this.outbox = outbox;
        }

        @Override
        public void text(String message) {
            if (message.equals("ping")) {
                outbox.text("pong");
                return;
            }
            JsonNode json = Json.parse(message);
            switch (json.path("type").asString("")) {
                case "ping" -> outbox.json(Json.object("type", "pong", "timestamp", System.currentTimeMillis()));
                case "sync" -> sync(json.path("since").asLong(0));
                default -> {
                    // Vite's server, too, is silent about messages that no plugin asked for.
                }
            }
        }

        private void sync(long since) {
            List<Project.Module> edited = project.editedSince(since);
            if (!edited.isEmpty()) {
                outbox.json(HmrScript.update(edited));
            }
        }

        @Override
        public void binary(ByteBuffer message) {
            // The dialect has no binary messages.
        }

        @Override
        public void closed() {
            pages.remove(outbox);
        }
    }
}
