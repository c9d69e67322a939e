package dev.socketscope.engine.har;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * HTTP Archive 1.2 with {@code _webSocketMessages}, as Chrome's developer tools, HTTP Toolkit and this program write it. Goes through the file once and
 * keeps one message at a time; other entries, and the bodies of requests and responses, are passed over.
 */
public final class HarReader {
    /** In characters; a message of 100 MiB in Base64. */
    private static final int LONGEST_TEXT = 140_000_000;
    private static final int DEEPEST = 1_000;
    /** Reads values out of the middle of a file. */
    private static final JsonMapper MAPPER = JsonMapper
            .builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(LONGEST_TEXT)
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final Set<String> KEPT = Set.of("startedDateTime", "time", "serverIPAddress", "connection",
            "_resourceType", "timings", "_webSocketClose");
    private static final Set<String> BODIES = Set.of("content", "postData");
    private static final JsonNode NOTHING = JsonNodeFactory.instance.missingNode();

    /** Gets what is found, entry by entry. */
    public interface Sink {
        /** Comes before the entry that it belongs to. @param connection how the entry is named there; empty when that is not known yet */
        void message(String connection, HarMessage message) throws IOException;

        /** A WebSocket whose messages have been given. @param connection how the entry is named there; empty when it is not */
        void entry(String connection, HarEntry entry) throws IOException;
    }

    private final JsonParser parser;
    private final Sink sink;
    private String creator = "";
    private int found;
    private String error = "";

    private HarReader(JsonParser parser, Sink sink) {
        this.parser = parser;
        this.sink = sink;
    }

    /**
     * @return the program that wrote the file, with its version; empty when the file does not say
     * @throws HarException when it cannot be understood, or has no WebSocket
     */
    public static String read(InputStream in, Sink sink) throws IOException {
        try (JsonParser parser = MAPPER.createParser(in)) {
            HarReader reader = new HarReader(parser, sink);
            reader.root(new Place(parser, ""));
            return reader.creator;
        } catch (JacksonException e) {
            throw new HarException(String.valueOf(e.getOriginalMessage()));
        }
    }

    /** Gets one field of an object; the parser stands at its value. */
    @FunctionalInterface
    private interface Field {
        void take(String name, Place place) throws IOException;
    }

    private void root(Place place) throws IOException {
        boolean[] log = {false};
        next(place);
        object(place, (name, at) -> {
            if (name.equals("log")) {
                log[0] = true;
                object(at, this::log);
            } else {
                skip(at);
            }
        });
        if (!log[0]) {
            throw place.expected("an object with log, as HTTP archives are", "none");
        }
        if (found == 0) {
            throw place.at("log.entries").expected("a WebSocket: an entry with _webSocketMessages", "none");
        }
    }

    private void log(String name, Place place) throws IOException {
        switch (name) {
            case "entries" -> list(place, this::entry);
            case "creator" -> {
                JsonNode node = tree(place);
                creator = (node.path("name").asString("") + " " + node.path("version").asString("")).strip();
            }
            default -> skip(place);
        }
    }

    private void entry(Place place) throws IOException {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        boolean[] messages = {false};
        error = "";
        object(place, (name, at) -> {
            if (name.equals("_webSocketMessages")) {
                messages[0] = parser.currentToken() == JsonToken.START_ARRAY;
                messages(at, fields);
            } else if (KEPT.contains(name)) {
                fields.set(name, tree(at));
            } else if (name.equals("request") || name.equals("response")) {
                fields.set(name, withoutBody(at));
            } else {
                skip(at);
            }
        });
        if (messages[0] || fields.path("_resourceType").asString("").equals("websocket")) {
            found++;
            sink.entry(connection(fields), entry(fields, place));
        }
    }

    private void messages(Place place, ObjectNode fields) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return;
        }
        list(place, at -> {
            JsonNode node = tree(at);
            if (node.path("type").asString("").equals("error")) {
                error = node.path("data").asString("");
            } else {
                sink.message(connection(fields), EntryFields.message(node, at));
            }
        });
    }

    private static String connection(ObjectNode fields) {
        return fields.path("connection").asString("");
    }

    private HarEntry entry(ObjectNode fields, Place place) throws HarException {
        JsonNode request = fields.path("request");
        JsonNode response = fields.path("response");
        JsonNode close = fields.path("_webSocketClose");
        return new HarEntry(EntryFields.started(fields.path("startedDateTime"), place.at("startedDateTime")),
                Math.max(0, fields.path("time").asDouble(0)),
                EntryFields.url(request.path("url"), place.at("request.url")),
                fields.path("serverIPAddress").asString(""), EntryFields.headers(request.path("headers")),
                response.path("status").asInt(0), response.path("statusText").asString(""),
                EntryFields.headers(response.path("headers")), EntryFields.timings(fields.path("timings")),
                EntryFields.close(close), close.path("timestamp").isNumber()
                        ? EntryFields.micros(close.path("timestamp"), place.at("_webSocketClose.timestamp"))
                        : 0,
                error);
    }

    private JsonNode withoutBody(Place place) throws IOException {
        ObjectNode kept = JsonNodeFactory.instance.objectNode();
        object(place, (name, at) -> {
            if (BODIES.contains(name)) {
                skip(at);
            } else {
                kept.set(name, tree(at));
            }
        });
        return kept;
    }

    /** The parser stands at its beginning. */
    private void object(Place place, Field field) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw place.expected("an object", tree(place));
        }
        while (next(place) != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            Place at = place.at(name);
            next(at);
            field.take(name, at);
        }
    }

    /** Gets one element of a list; the parser stands at it. */
    @FunctionalInterface
    private interface Element {
        void take(Place place) throws IOException;
    }

    private void list(Place place, Element element) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw place.expected("a list", tree(place));
        }
        for (int index = 0; next(place.at(index)) != JsonToken.END_ARRAY; index++) {
            element.take(place.at(index));
        }
    }

    private JsonToken next(Place place) throws HarException {
        try {
            JsonToken token = parser.nextToken();
            if (token == null) {
                throw place.expected("more", "the end of the file");
            }
            return token;
        } catch (JacksonException e) {
            throw place.broken(e);
        }
    }

    private void skip(Place place) throws HarException {
        try {
            parser.skipChildren();
        } catch (JacksonException e) {
            throw place.broken(e);
        }
    }

    private JsonNode tree(Place place) throws HarException {
        try {
            JsonNode node = MAPPER.readTree(parser);
            return node == null ? NOTHING : node;
        } catch (JacksonException e) {
            throw place.broken(e);
        }
    }
}
