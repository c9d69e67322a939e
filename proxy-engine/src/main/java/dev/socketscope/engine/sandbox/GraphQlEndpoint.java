package dev.socketscope.engine.sandbox;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import org.java_websocket.WebSocket;
import tools.jackson.databind.JsonNode;

/**
 * A GraphQL server as far as its subscriptions go, in the {@value #PROTOCOL} dialect: it answers whatever is subscribed to
 * with made-up orders and completes after {@value #RESULTS} of them. At most {@value #MAX_SUBSCRIPTIONS} at a time.
 */
final class GraphQlEndpoint implements Endpoint {
    private static final String PROTOCOL = "graphql-transport-ws";
    private static final int RESULTS = 20;
    private static final int MAX_SUBSCRIPTIONS = 16;
    private static final Duration PERIOD = Duration.ofMillis(900);
    private static final int NOT_WELCOME = 4400;
    private static final int UNAUTHORIZED = 4401;
    private static final int TWICE = 4409;
    private static final int TOO_MANY = 4429;

    private final Timer timer;
    private final long seed;

    GraphQlEndpoint(Timer timer, long seed) {
        this.timer = timer;
        this.seed = seed;
    }

    @Override
    public String path() {
        return "/graphql";
    }

    @Override
    public Optional<String> subprotocol(List<String> offered) {
        return offered.contains(PROTOCOL) ? Optional.of(PROTOCOL) : Optional.empty();
    }

    @Override
    public Session open(WebSocket socket, String query, String subprotocol) {
        return new Conversation(socket);
    }

    /** Without locks: the library calls {@code closed()} under a lock of its own, which sending may need as well. */
    private final class Conversation implements Session {
        private final WebSocket socket;
        private final Outbox outbox;
        private final Map<String, Timer.Repeating> subscriptions = new ConcurrentHashMap<>();
        private boolean acknowledged;
        private volatile boolean ended;

        Conversation(WebSocket socket) {
            this.socket = socket;
            this.outbox = new Outbox(socket);
        }

        @Override
        public void text(String message) {
            JsonNode json = Json.parse(message);
            String id = json.path("id").asString("");
            switch (json.path("type").asString("")) {
                case "connection_init" -> acknowledge();
                case "ping" -> outbox.json(Json.object("type", "pong"));
                case "pong" -> {
                    // Nothing waits for it: pings are only answered here, never sent.
                }
                case "subscribe" -> subscribe(id, json.path("payload").path("operationName").asString("orders"));
                case "complete" -> forget(id);
                default -> socket.close(NOT_WELCOME, "Invalid message received");
            }
        }

        private void acknowledge() {
            if (acknowledged) {
                socket.close(TOO_MANY, "Too many initialisation requests");
                return;
            }
            acknowledged = true;
            outbox.json(Json.object("type", "connection_ack"));
        }

        private void subscribe(String id, String operation) {
            if (!acknowledged) {
                socket.close(UNAUTHORIZED, "Unauthorized");
            } else if (subscriptions.containsKey(id)) {
                socket.close(TWICE, "Subscriber for " + id.substring(0, Math.min(40, id.length())) + " already exists");
            } else if (subscriptions.size() >= MAX_SUBSCRIPTIONS) {
                outbox.json(Json.object("id", id, "type", "error", "payload", List.of(Json.object("message",
                        "at most " + MAX_SUBSCRIPTIONS + " subscriptions"))));
            } else {
                Orders orders = new Orders(id, operation, new SplittableRandom(seed + id.hashCode()));
                subscriptions.put(id, timer.every(PERIOD, () -> next(orders)));
                if (ended) {
                    forget(id);
                }
            }
        }

        private void next(Orders orders) {
            if (!subscriptions.containsKey(orders.id)) {
                return;
            }
            if (orders.sent < RESULTS) {
                outbox.json(orders.next());
            } else {
                forget(orders.id);
                outbox.json(Json.object("id", orders.id, "type", "complete"));
            }
        }

        private void forget(String id) {
            Timer.Repeating running = subscriptions.remove(id);
            if (running != null) {
                running.cancel();
            }
        }

        @Override
        public void binary(ByteBuffer message) {
            socket.close(NOT_WELCOME, "Only text is spoken here");
        }

        @Override
        public void closed() {
            ended = true;
            List.copyOf(subscriptions.keySet()).forEach(this::forget);
        }
    }

    /** The results of one subscription. */
    private static final class Orders {
        private static final List<String> STATES = List.of("PLACED", "PAID", "PACKED", "SHIPPED", "DELIVERED");
        private final String id;
        private final String operation;
        private final RandomGenerator random;
        private int sent;

        Orders(String id, String operation, RandomGenerator random) {
            this.id = id;
            this.operation = operation;
            this.random = random;
        }

        Map<String, Object> next() {
            sent++;
            Map<String, Object> order = Json.object("__typename", "Order", "id", "ord_" + random.nextInt(1 << 20),
                    "state", STATES.get(random.nextInt(STATES.size())), "total",
                    Json.object("amount", random.nextInt(200, 90_000) / 100.0, "currency", "EUR"));
            return Json.object("id", id, "type", "next", "payload", Json.object("data", Json.object(operation, order)));
        }
    }
}
