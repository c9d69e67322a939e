package dev.socketscope.app.overview;

import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.live.LiveState;
import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.HmrMode;
import dev.socketscope.engine.api.HmrStatus;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What answers at the end of the tunnel: told by the dialect its pages speak, by subprotocol and path, or by headers. */
final class DevServers {
    private static final List<String> POWERED_BY = List.of("Next.js", "Express", "PHP", "ASP.NET");
    private static final List<String> SERVERS = List.of("Werkzeug", "uvicorn", "gunicorn", "TornadoServer", "Kestrel",
            "Cowboy", "Jetty", "Puma", "WebSocket++");

    private DevServers() {}

    /** A dev server and whether it reloads pages. */
    record Found(String name, boolean reloads) {}

    /** Empty when nothing tells what it is. */
    static Optional<Found> behind(Connection connection, LiveState state) {
        return dialect(connection, state).or(() -> bySocket(connection)).or(() -> byHeaders(connection));
    }

    /** All connections to one place lead to one server, so that any of them may tell. */
    private static Optional<Found> dialect(Connection connection, LiveState state) {
        Set<String> neighbours = state.connections()
                .stream()
                .map(each -> each.connection())
                .filter(each -> each.upstreamUri().equals(connection.upstreamUri())
                        && Objects.equals(each.sandbox(), connection.sandbox())
                        && Objects.equals(each.port(), connection.port()))
                .map(Connection::id)
                .collect(Collectors.toSet());
        return state.readings()
                .hmr()
                .stream()
                .filter(status -> neighbours.contains(status.connection()))
                .map(HmrStatus::dialect)
                .flatMap(word -> Arrays.stream(HmrMode.values()).filter(mode -> mode.wireName().equals(word)))
                .findFirst()
                .flatMap(DevServers::speaking);
    }

    private static Optional<Found> speaking(HmrMode dialect) {
        return switch (dialect) {
            case VITE -> found("vite");
            case WEBPACK -> found("webpack");
            case NEXT -> found("next");
            case PARCEL -> found("parcel");
            case GUIDE -> found("guide");
            case AUTO, OFF -> Optional.empty();
        };
    }

    private static Optional<Found> bySocket(Connection connection) {
        String subprotocol = Objects.requireNonNullElse(connection.subprotocol(), "");
        return subprotocol.equals("vite-hmr") || subprotocol.equals("vite-ping") ? found("vite")
                : connection.path().endsWith("/_next/webpack-hmr") ? found("next")
                        : connection.path().startsWith("/sockjs-node") ? found("webpack") : Optional.empty();
    }

    private static Optional<Found> found(String word) {
        return Optional.of(new Found(Strings.of("overview.dev." + word), true));
    }

    private static Optional<Found> byHeaders(Connection connection) {
        HeaderMarks marks = new HeaderMarks(connection.handshake().responseHeaders());
        return match(POWERED_BY, marks.value("x-powered-by")).or(() -> match(SERVERS, marks.value("server")));
    }

    private static Optional<Found> match(List<String> names, Optional<String> value) {
        return value.flatMap(words -> names.stream()
                .filter(name -> words.regionMatches(true, 0, name, 0, name.length()))
                .findFirst())
                .map(name -> new Found(name, false));
    }

    /** Whether it is the demo that comes with Socketscope. */
    static boolean isDemo(Connection connection) {
        return new HeaderMarks(connection.handshake().responseHeaders()).value("server")
                .filter("Socketscope-Sandbox"::equals)
                .isPresent();
    }
}
