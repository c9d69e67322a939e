package dev.socketscope.engine.har;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JsonNode;

/** Where in a file something stands, for messages. */
record Place(JsonParser parser, String path) {
    Place at(String key) {
        return new Place(parser, path.isEmpty() ? key : path + "." + key);
    }

    Place at(int index) {
        return new Place(parser, path + "[" + index + "]");
    }

    /** What is there instead is told in short: a file of others may hold secrets. */
    HarException expected(String what, JsonNode found) {
        String kind = found.isMissingNode() ? "nothing" : found.isContainer() ? found.isArray() ? "a list" : "an object"
                : found.isString() ? found.asString().isEmpty() ? "an empty text" : "another text"
                        : found.toString();
        return expected(what, kind);
    }

    HarException expected(String what, String found) {
        return new HarException("line " + parser.currentLocation().getLineNr() + ", " + (path.isEmpty() ? "" : path
                + ": ") + "expected " + what + ", found " + found);
    }

    /** The parser's own message may repeat what it has read. */
    HarException broken(JacksonException e) {
        String where = e.getLocation() == null ? ""
                : "line " + e.getLocation().getLineNr() + ", column " + e.getLocation().getColumnNr() + ", ";
        return new HarException(
                where + (path.isEmpty() ? "" : path + ": ") + "expected JSON, which ends or breaks here");
    }
}
