package dev.socketscope.engine.hmr;

import dev.socketscope.engine.api.HmrMode;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Tells which dialect a socket speaks. What is not recognised for certain is no hot-reload socket. */
public final class HmrDetector {
    private static final Set<String> WEBPACK_GREETING = Set.of("hot", "liveReload", "hash", "ok", "overlay",
            "reconnect");

    private HmrDetector() {}

    /** By what was agreed in the handshake; {@code path} undecoded. */
    public static Optional<HmrDialect> byHandshake(HmrMode mode, @Nullable String subprotocol, String path) {
        return switch (mode) {
            case OFF -> Optional.empty();
            case VITE -> Optional.of(new ViteDialect());
            case WEBPACK -> Optional.of(new WebpackDialect());
            case NEXT -> Optional.of(new NextDialect());
            case PARCEL -> Optional.of(new ParcelDialect());
            case GUIDE -> Optional.of(new GuideDialect());
            case AUTO -> guess(subprotocol, path);
        };
    }

    private static Optional<HmrDialect> guess(@Nullable String subprotocol, String path) {
        if ("vite-hmr".equals(subprotocol)) {
            return Optional.of(new ViteDialect());
        }
        if (path.endsWith("/_next/hmr") || path.endsWith("/_next/webpack-hmr")) {
            return Optional.of(new NextDialect());
        }
        return path.endsWith("/_hmr") ? Optional.of(new GuideDialect()) : Optional.empty();
    }

    /** Whether the handshake leaves open what the socket is, so that the server's first message has to be looked at. */
    public static boolean undecided(HmrMode mode, String path) {
        return mode == HmrMode.AUTO && (path.endsWith("/ws") || path.endsWith("/") || path.endsWith("/sockjs-node"));
    }

    /** By the server's first message, where the handshake left it open. */
    public static Optional<HmrDialect> byGreeting(String path, JsonNode message) {
        String type = message.path("type").asString("");
        if (!path.endsWith("/") && WEBPACK_GREETING.contains(type) && message.size() <= 2) {
            return Optional.of(new WebpackDialect());
        }
        boolean parcel = type.equals("update") && message.path("assets").isArray()
                || type.equals("error") && message.path("diagnostics").isObject();
        return parcel ? Optional.of(new ParcelDialect()) : Optional.empty();
    }

    /** Whether a page asks with this subprotocol whether its dev server is back; it reloads as soon as the socket opens. */
    public static boolean isProbe(@Nullable String offered) {
        return offered != null && offered.contains("vite-ping");
    }
}
