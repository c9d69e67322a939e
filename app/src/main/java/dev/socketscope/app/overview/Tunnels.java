package dev.socketscope.app.overview;

import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.Units;
import dev.socketscope.app.live.LiveConnection;
import dev.socketscope.app.live.LiveState;
import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Connection.LegStatus;
import dev.socketscope.engine.api.Connection.State;
import dev.socketscope.engine.api.EngineInfo;
import dev.socketscope.engine.api.FaultStatus;
import dev.socketscope.engine.api.Handshake;
import dev.socketscope.engine.api.Leg;
import dev.socketscope.engine.api.ServiceLevel;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds out how the tunnel looks: a pure function of what the engine tells. */
final class Tunnels {
    private final EngineInfo engine;
    private final LiveState state;
    private final List<Connection> live;

    private Tunnels(EngineInfo engine, LiveState state) {
        this.engine = engine;
        this.state = state;
        live = state.connections().stream().map(LiveConnection::connection).filter(Connection::live).toList();
    }

    /** @param example the connection whose headers and sandbox are looked at; null when there is none */
    static Tunnel of(EngineInfo engine, LiveState state, @Nullable Connection example) {
        return new Tunnels(engine, state).tunnel(example);
    }

    private Tunnel tunnel(@Nullable Connection example) {
        List<Hop> hops = new ArrayList<>();
        hops.add(new Hop(Strings.of("overview.hop.browser"), example == null ? "" : host(example.client().address()),
                Strings.of(live.size() == 1 ? "overview.sockets.one" : "overview.sockets", Units.count(live.size())),
                "muted"));
        Handshake handshake = example == null ? null : example.handshake();
        hops.addAll(handshake == null ? List.of() : Proxies.before(handshake.requestHeaders()));
        int mine = hops.size();
        hops.add(self());
        hops.addAll(handshake == null ? List.of() : Proxies.after(handshake.responseHeaders()));
        hops.add(target(example));
        List<Link> links = new ArrayList<>(Collections.nCopies(hops.size() - 1, Link.UNKNOWN));
        links.set(mine - 1, client());
        links.set(mine, upstream());
        return new Tunnel(hops, links);
    }

    private Hop self() {
        int away = (int) live.stream().filter(c -> c.survival().away() != null).count();
        int waiting = live.stream()
                .mapToInt(c -> c.survival().bufferedToUpstream() + c.survival().bufferedToClient())
                .sum();
        String note = away == 0 && waiting == 0 ? Strings.of("overview.nothing.held")
                : Strings.of("overview.held", Units.count(away), Units.count(waiting));
        return new Hop(Strings.of("overview.hop.engine"), engine.listen(), note, away == 0 ? "muted" : "held");
    }

    private Hop target(@Nullable Connection example) {
        if (example == null) {
            String upstream = engine.routes().isEmpty() ? "" : engine.routes().getFirst().upstream();
            return new Hop(Strings.of("overview.hop.upstream"), upstream, "", "muted");
        }
        String sandbox = example.sandbox();
        String dialect = state.readings()
                .hmr()
                .stream()
                .filter(status -> status.connection().equals(example.id()))
                .map(status -> Strings.of("overview.hmr", status.dialect()))
                .findFirst()
                .orElse(example.subprotocol() == null ? "" : example.subprotocol());
        String title = Strings.of(sandbox == null ? "overview.hop.upstream" : "overview.hop.sandbox");
        String place = sandbox == null ? authority(example.upstreamUri())
                : example.port() == null ? sandbox : example.port() + "-" + sandbox;
        return new Hop(title, place, dialect, dialect.isEmpty() ? "muted" : "open");
    }

    private Link client() {
        long away = count(State.CLIENT_AWAY);
        ServiceLevel pongs = state.readings().level(ServiceLevel.Kind.PING_PONG);
        String below = away > 0 ? Strings.of("overview.clients.away", Units.count(away))
                : Double.isNaN(pongs.value()) ? "" : Strings.of("overview.pong", Units.decimal(pongs.value()));
        return link(Leg.CLIENT, rtt(Connection::client), below, away > 0 || pongs.alerting() ? "held" : "open");
    }

    private Link upstream() {
        long away = count(State.UPSTREAM_AWAY);
        String below = away > 0 ? Strings.of("overview.reconnecting", Units.count(away)) : "";
        return link(Leg.UPSTREAM, rtt(Connection::upstream), below, away > 0 ? "held" : "open");
    }

    /** What is armed on a leg is told in the place of what else is the matter there. */
    private Link link(Leg leg, String above, String below, String tone) {
        List<FaultStatus> armed = LegBreaks.armedOn(leg, state.readings().faults());
        if (armed.isEmpty()) {
            return new Link(leg, above, below, tone);
        }
        String name = "⚡ " + state.readings().faultName(armed.getFirst().armed().id());
        return new Link(leg, above, armed.size() == 1 ? name
                : Strings.of("overview.faults", name, Units.count(armed.size() - 1L)), "broken");
    }

    /** The median of the newest pings. */
    private String rtt(Function<Connection, LegStatus> leg) {
        List<Long> known = live.stream()
                .map(leg)
                .map(LegStatus::rttMicros)
                .filter(micros -> micros != LegStatus.UNKNOWN)
                .sorted()
                .toList();
        return known.isEmpty() ? "" : Units.millis(known.get(known.size() / 2)) + " ms";
    }

    private long count(State wanted) {
        return live.stream().filter(c -> c.state() == wanted).count();
    }

    private static String host(String address) {
        int colon = address.lastIndexOf(':');
        return colon < 0 ? address : address.substring(0, colon);
    }

    private static String authority(String uri) {
        String authority = URI.create(uri).getAuthority();
        return authority == null ? uri : authority;
    }
}
