package dev.socketscope.app.composer;

import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.EngineInfo;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Where a WebSocket goes through the engine, so that all panels show it. */
final class EngineAddresses {
    private static final int MOST = 20;

    private EngineAddresses() {}

    /** The listener itself, the paths of its routes, and what was asked for of late, the newest first. */
    static List<String> of(EngineInfo engine, List<Connection> connections) {
        Set<String> addresses = new LinkedHashSet<>();
        addresses.add("ws://" + engine.listen() + "/");
        for (EngineInfo.RouteInfo route : engine.routes()) {
            addresses.add(address(engine, route.rule()));
        }
        connections.reversed().forEach(connection -> addresses.add("ws://" + connection.host() + connection.path()));
        return addresses.stream().limit(MOST).toList();
    }

    /** A rule's path up to its first placeholder, at its host if that is one. */
    private static String address(EngineInfo engine, String rule) {
        int slash = rule.indexOf('/');
        String host = slash < 0 ? rule : rule.substring(0, slash);
        String path = slash < 0 ? "/" : rule.substring(slash);
        int placeholder = path.indexOf('*');
        String port = engine.listen().substring(engine.listen().lastIndexOf(':'));
        boolean local = host.endsWith("localhost") && host.indexOf('*') < 0 && host.indexOf('{') < 0;
        return "ws://" + (local ? host + port : engine.listen())
                + (placeholder < 0 ? path : path.substring(0, placeholder));
    }
}
