package dev.socketscope.app.overview;

import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.Units;
import dev.socketscope.app.live.LiveConnection;
import dev.socketscope.app.live.LiveState;
import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Connection.LegStatus;
import dev.socketscope.engine.api.Connection.State;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.EngineInfo;
import dev.socketscope.engine.api.FaultStatus;
import dev.socketscope.engine.api.Handshake;
import dev.socketscope.engine.api.Leg;
import dev.socketscope.engine.api.ServiceLevel;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        hops.addAll(targets(example));
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

    /** A sandbox and the dev server in it are two stations; without a sandbox there is one. */
    private List<Hop> targets(@Nullable Connection example) {
        if (example == null) {
            String upstream = engine.routes().isEmpty() ? "" : engine.routes().getFirst().upstream();
            return List.of(new Hop(Strings.of("overview.hop.upstream"), upstream, "", "muted"));
        }
        Optional<DevServers.Found> found = DevServers.behind(example, state);
        String subprotocol = Objects.requireNonNullElse(example.subprotocol(), "");
        String speaks = found.isPresent() && found.get().reloads() ? Strings.of("overview.hmr") : subprotocol;
        String at = authority(example.upstreamUri());
        if (example.sandbox() == null) {
            boolean demo = DevServers.isDemo(example);
            String title = demo ? Strings.of("overview.hop.demo")
                    : found.map(DevServers.Found::name).orElse(Strings.of("overview.hop.upstream"));
            String note = demo && found.isPresent() ? found.get().name() + " · " + speaks : speaks;
            return List.of(new Hop(title, at, note, note.isEmpty() ? "muted" : "open"));
        }
        String place = example.port() == null ? example.sandbox() : example.port() + "-" + example.sandbox();
        Hop sandbox = new Hop(Strings.of("overview.hop.sandbox"), place, found.isPresent() ? "" : speaks,
                speaks.isEmpty() ? "muted" : "open");
        return found.map(server -> List.of(sandbox, new Hop(server.name(), at, speaks, "open")))
                .orElse(List.of(sandbox));
    }

    private Link client() {
        long away = count(State.CLIENT_AWAY);
        ServiceLevel pongs = state.readings().level(ServiceLevel.Kind.PING_PONG);
        String gone = away > 0 ? Strings.of("overview.clients.away", Units.count(away)) : "";
        String missing = words(gone, kept(Direction.TO_CLIENT));
        String below = !missing.isEmpty() ? missing
                : Double.isNaN(pongs.value()) ? "" : Strings.of("overview.pong", Units.decimal(pongs.value()));
        return link(Leg.CLIENT, rtt(Connection::client), below,
                !missing.isEmpty() || pongs.alerting() ? "held" : "open");
    }

    private Link upstream() {
        long away = count(State.UPSTREAM_AWAY);
        String below = words(away > 0 ? Strings.of("overview.reconnecting", Units.count(away)) : "",
                kept(Direction.TO_UPSTREAM));
        return link(Leg.UPSTREAM, rtt(Connection::upstream), below, below.isEmpty() ? "open" : "held");
    }

    /** What waits to go over a leg: for a peer that is away, or at a breakpoint. */
    private String kept(Direction towards) {
        int buffered = live.stream().mapToInt(c -> c.survival().buffered(towards)).sum();
        long held = state.readings().interception().held().stream().filter(m -> m.direction() == towards).count();
        return words(buffered == 0 ? "" : Strings.of("overview.buffered", Units.count(buffered)),
                held == 0 ? "" : Strings.of("overview.at.breakpoint", Units.count(held)));
    }

    private static String words(String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(" · "));
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
