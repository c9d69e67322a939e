package dev.socketscope.engine.hmr;

import dev.socketscope.engine.api.HmrMode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Tells which dialect a socket speaks. What is not recognised for certain is no hot-reload socket. */
public final class HmrDetector {
    /** Parcel, from 2.13 on, answers it with the time in milliseconds; it means no more than that the server is there. */
    public static final String PARCEL_CHECK = "/__parcel_healthcheck";

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{8,64}");
    private static final Pattern MILLISECONDS = Pattern.compile("\\d{13}");

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

    /**
     * Whether a socket whose server has said nothing so far may be one of Parcel, which does not greet.
     *
     * @param ofPage whether a browser's page has opened it
     */
    public static boolean mayBeParcel(HmrMode mode, @Nullable String subprotocol, String path, boolean ofPage) {
        return undecided(mode, path) && path.endsWith("/") && subprotocol == null && ofPage;
    }

    /** By the answer to {@link #PARCEL_CHECK}. Other servers answer what they do not know with an error or with a document. */
    public static Optional<HmrDialect> byParcelCheck(GapSettler.Answer answer) {
        boolean is = answer.status() == 200 && answer.contentType().isEmpty()
                && MILLISECONDS.matcher(new String(answer.body(), StandardCharsets.US_ASCII)).matches();
        return is ? Optional.of(new ParcelDialect()) : Optional.empty();
    }

    /** By the server's first message, where the handshake left it open. */
    public static Optional<HmrDialect> byGreeting(String path, JsonNode message) {
        if (!path.endsWith("/")) {
            return greetsAsWebpack(message) ? Optional.of(new WebpackDialect()) : Optional.empty();
        }
        return greetsAsParcel(message) ? Optional.of(new ParcelDialect()) : Optional.empty();
    }

    /** Which of these comes first depends on the server's options. */
    private static boolean greetsAsWebpack(JsonNode message) {
        JsonNode data = message.path("data");
        boolean fits = switch (message.path("type").asString("")) {
            case "hot", "liveReload" -> message.size() == 1;
            case "progress" -> data.isBoolean() || data.isString();
            case "reconnect" -> data.isBoolean() || data.isInt();
            case "overlay" -> data.isBoolean() || data.isObject();
            case "hash" -> data.isString() && HASH.matcher(data.asString()).matches();
            default -> false;
        };
        return fits && message.size() <= 2;
    }

    /** Parcel does not greet; its first message is an update, or the error that stands. */
    private static boolean greetsAsParcel(JsonNode message) {
        return switch (message.path("type").asString("")) {
            case "update" -> {
                JsonNode assets = message.path("assets");
                boolean all = assets.isArray() && !assets.isEmpty();
                for (JsonNode asset : assets) {
                    all &= asset.path("id").isString() && asset.path("output").isString()
                            && asset.path("envHash").isString();
                }
                yield all;
            }
            case "error" -> {
                JsonNode diagnostics = message.path("diagnostics");
                yield diagnostics.path("ansi").isArray() && diagnostics.path("html").isArray();
            }
            default -> false;
        };
    }
}
