package dev.socketscope.engine.client;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A shop's back office in the dialect graphql-transport-ws: subscribes, is served until complete, subscribes again. */
final class GraphQlRole implements DemoRole {
    private static final Duration PING_EVERY = Duration.ofSeconds(12);
    private static final Duration BREATH = Duration.ofMillis(1_500);
    private int subscriptions;

    @Override
    public String target() {
        return "/graphql";
    }

    @Override
    public List<String> subprotocols() {
        return List.of("graphql-transport-ws");
    }

    @Override
    public Map<String, String> headers() {
        return Map.of("User-Agent", "back-office/4.1 (demo)");
    }

    @Override
    public void opened(DemoConnection connection) {
        connection.send("{\"type\":\"connection_init\",\"payload\":{\"shop\":\"demo\",\"locale\":\"de-DE\"}}");
        connection.every(PING_EVERY, () -> connection.send("{\"type\":\"ping\"}"));
    }

    @Override
    public void text(DemoConnection connection, String message) {
        if (message.contains("\"type\":\"connection_ack\"")) {
            subscribe(connection);
        } else if (message.contains("\"type\":\"complete\"")) {
            connection.after(BREATH, () -> subscribe(connection));
        }
    }

    private void subscribe(DemoConnection connection) {
        subscriptions++;
        connection.send("{\"id\":\"sub-" + subscriptions
                + "\",\"type\":\"subscribe\",\"payload\":{\"operationName\":\"orderChanged\","
                + "\"query\":\"subscription orderChanged($shop: ID!) { orderChanged(shop: $shop) { id state total { amount"
                + " currency } } }\",\"variables\":{\"shop\":\"demo\"}}}");
    }
}
