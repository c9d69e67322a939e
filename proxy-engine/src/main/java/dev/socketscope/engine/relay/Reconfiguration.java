package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.EngineConfig;
import dev.socketscope.engine.api.EngineInfo;
import dev.socketscope.engine.api.Reply;
import dev.socketscope.engine.api.Route;
import java.util.List;

/** Gives a running engine other routes and limits, and knows which are in force. Any thread; one change at a time. */
final class Reconfiguration {
    private static final String COMMAND = "a command";

    private final RelayContext relay;
    private volatile EngineInfo info;

    /** @param first what the engine says about itself before anything has changed */
    Reconfiguration(RelayContext relay, EngineInfo first) {
        this.relay = relay;
        this.info = first;
    }

    EngineInfo info() {
        return info;
    }

    /** @throws IllegalArgumentException when a route cannot work, or a file cannot be used; then nothing has changed */
    synchronized void change(EngineConfig next, String source) {
        Runnable shown = relay.tls().prepare(next);
        change(next.routes(), next.limits(), source);
        shown.run();
    }

    private void change(List<Route> routes, EngineConfig.Limits limits, String source) {
        relay.routes().replace(new RouteTable(routes));
        relay.admission().limits(limits);
        info = EngineIdentity.changed(info, routes, limits);
        relay.events().reconfigured(routes.size(), source);
    }

    synchronized Reply replace(List<Route> routes) {
        try {
            change(routes, info.limits(), COMMAND);
            int count = routes.size();
            return new Reply.Done("Replaced the routes: " + count + (count == 1 ? " route." : " routes."));
        } catch (IllegalArgumentException e) {
            return new Reply.Refused(String.valueOf(e.getMessage()));
        }
    }
}
