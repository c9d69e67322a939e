package dev.socketscope.engine.har;

import dev.socketscope.engine.api.CloseInfo;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Header;
import dev.socketscope.engine.api.Names;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Makes values of an entry's fields, and refuses what does not fit. */
final class EntryFields {
    private static final double MICROS = 1e6;
    /** Seconds: the year 2286. Milliseconds would be far beyond it. */
    private static final double LATEST = 1e10;

    private EntryFields() {}

    static HarMessage message(JsonNode node, Place place) throws HarException {
        Direction direction = switch (node.path("type").asString("")) {
            case "send" -> Direction.TO_UPSTREAM;
            case "receive" -> Direction.TO_CLIENT;
            default -> throw place.at("type").expected("send or receive", node.path("type"));
        };
        int code = code(node.path("opcode"), place.at("opcode"));
        return new HarMessage(direction, micros(node.path("time"), place.at("time")), code,
                data(node.path("data"), code, place.at("data")));
    }

    /** A message without an opcode is text. */
    private static int code(JsonNode node, Place place) throws HarException {
        int code = node.isMissingNode() ? 1 : node.isIntegralNumber() ? node.asInt(-1) : -1;
        return switch (code) {
            case 1, 2, 8, 9, 10 -> code;
            default -> throw place.expected("1 for text or 2 for binary", node);
        };
    }

    private static byte[] data(JsonNode node, int code, Place place) throws HarException {
        if (code == 8) {
            // What a browser tells of a Close frame is no payload of one (RFC 6455 §5.5.1).
            return new byte[0];
        }
        if (!node.isString()) {
            throw place.expected("the message as a text", node);
        }
        if (code != 2) {
            return node.asString().getBytes(StandardCharsets.UTF_8);
        }
        try {
            return Base64.getMimeDecoder().decode(node.asString());
        } catch (IllegalArgumentException _) {
            throw place.expected("a binary message in Base64", node);
        }
    }

    /** @param node seconds since the epoch */
    static long micros(JsonNode node, Place place) throws HarException {
        double seconds = node.isNumber() ? node.asDouble() : -1;
        if (!(seconds >= 0 && seconds < LATEST)) {
            throw place.expected("seconds since 1970 as a number", node);
        }
        return Math.round(seconds * MICROS);
    }

    static Instant started(JsonNode node, Place place) throws HarException {
        try {
            return OffsetDateTime.parse(node.asString("")).toInstant();
        } catch (DateTimeException _) {
            throw place.expected("a moment such as 2026-11-27T08:00:00.000Z", node);
        }
    }

    static HarUrl url(JsonNode node, Place place) throws HarException {
        Optional<HarUrl> url = HarUrl.parse(node.asString(""));
        if (url.isEmpty()) {
            throw place.expected("an address that begins with ws, wss, http or https", node);
        }
        return url.get();
    }

    static List<Header> headers(JsonNode node) {
        List<Header> headers = new ArrayList<>();
        node.forEach(header -> {
            String name = header.path("name").asString("");
            // Names that begin with a colon are HTTP/2's own.
            if (!name.isEmpty() && name.charAt(0) != ':') {
                headers.add(new Header(name, header.path("value").asString("")));
            }
        });
        return headers;
    }

    static Map<String, Double> timings(JsonNode node) {
        Map<String, Double> timings = new LinkedHashMap<>();
        node.forEachEntry((name, value) -> {
            if (value.isNumber() && value.asDouble() >= 0) {
                timings.put(name, value.asDouble());
            }
        });
        return timings;
    }

    /** HTTP Toolkit tells code and reason, this program also who ended it and how. Null when nothing is told. */
    static @Nullable CloseInfo close(JsonNode node) {
        if (node.isString()) {
            return new CloseInfo(CloseInfo.By.ENGINE, CloseInfo.Manner.FIN, CloseInfo.ABNORMAL,
                    "the file says: " + node.asString(), null);
        }
        if (!node.isObject()) {
            return null;
        }
        CloseInfo.By by = Names.find(CloseInfo.By.class, node.path("by").asString("")).orElse(CloseInfo.By.ENGINE);
        CloseInfo.Manner manner = Names.find(CloseInfo.Manner.class, node.path("manner").asString(""))
                .orElse(CloseInfo.Manner.CLOSE_FRAME);
        return new CloseInfo(by, manner, node.path("code").asInt(CloseInfo.NO_CODE), node.path("reason").asString(""),
                null);
    }
}
