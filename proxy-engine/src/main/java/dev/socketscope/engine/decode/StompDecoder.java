package dev.socketscope.engine.decode;

import dev.socketscope.engine.decode.Sketch.FullException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** STOMP 1.0 to 1.2: frames of a command, headers and a body that a zero byte ends. One message may carry several. */
final class StompDecoder implements Decoder {
    static final Set<String> COMMANDS = Set.of("CONNECT", "STOMP", "CONNECTED", "SEND", "SUBSCRIBE", "UNSUBSCRIBE",
            "ACK", "NACK", "BEGIN", "COMMIT", "ABORT", "DISCONNECT", "MESSAGE", "RECEIPT", "ERROR");
    private static final int MOST_FRAMES = 1_000;
    private static final Pattern ESCAPED = Pattern.compile("\\\\([rnc\\\\])");

    @Override
    public Meaning decode(Talk talk, Message message) {
        var sketch = new Sketch();
        var said = new ArrayList<String>();
        var frames = new ArrayList<ObjectNode>();
        try {
            all(sketch, message, frames, said);
        } catch (FullException e) {
            sketch.note(String.valueOf(e.getMessage()));
        }
        if (frames.size() > 1) {
            var array = sketch.array(sketch::root);
            frames.forEach(array::add);
            return sketch.done(Format.STOMP, said.getFirst() + " and " + (frames.size() - 1) + " more");
        }
        return sketch.done(Format.STOMP, said.isEmpty() ? message.string() : said.getFirst());
    }

    private static void all(Sketch sketch, Message message, List<ObjectNode> frames, List<String> said) {
        byte[] bytes = message.bytes();
        int at = eols(bytes, 0);
        if (at == bytes.length) {
            sketch.root(sketch.text("heart-beat"));
            said.add("heart-beat");
        }
        while (at < bytes.length && frames.size() < MOST_FRAMES) {
            var reader = new Frame(bytes, at);
            ObjectNode frame = sketch.object(node -> {});
            frames.add(frame);
            sketch.root(frames.getFirst());
            said.add(reader.write(sketch, frame));
            String problem = reader.problem;
            if (problem != null) {
                sketch.breakOff(Breaks.why("STOMP", message, problem));
                return;
            }
            at = eols(bytes, reader.at);
        }
        if (at < bytes.length) {
            sketch.note("More than " + MOST_FRAMES + " frames: the rest is left out.");
        }
    }

    private static int eols(byte[] bytes, int from) {
        int at = from;
        while (at < bytes.length && (bytes[at] == '\n' || bytes[at] == '\r')) {
            at++;
        }
        return at;
    }

    /** Reads one frame. */
    private static final class Frame {
        private final byte[] bytes;
        private int at;
        private @Nullable String problem;
        private int length = -1;

        Frame(byte[] bytes, int at) {
            this.bytes = bytes;
            this.at = at;
        }

        String write(Sketch sketch, ObjectNode frame) {
            String command = line();
            if (!COMMANDS.contains(command)) {
                problem = "\"" + Words.cut(command, 24).text() + "\" is no command";
                frame.set("text", sketch.text(new String(bytes, StandardCharsets.UTF_8)));
                return command;
            }
            frame.put("command", command);
            ObjectNode headers = sketch.object(node -> frame.set("headers", node));
            // These two keep what they say as it is, for the sake of version 1.0 (STOMP 1.2, "Value Encoding").
            headers(sketch, headers, !command.equals("CONNECT") && !command.equals("CONNECTED"));
            byte[] body = problem == null ? body() : new byte[0];
            if (body.length > 0) {
                frame.set("body", body(sketch, body));
            }
            return Words.join(command, place(headers), body.length > 0 ? body.length + " B" : "",
                    new String(body, 0, Math.min(body.length, Meaning.SUMMARY_CHARS), StandardCharsets.UTF_8));
        }

        private void headers(Sketch sketch, ObjectNode headers, boolean escaped) {
            while (problem == null) {
                if (at >= bytes.length) {
                    problem = "it ends among the headers, and may go on in the next message";
                    return;
                }
                String line = line();
                if (line.isEmpty()) {
                    return;
                }
                int colon = line.indexOf(':');
                String name = plain(colon < 0 ? line : line.substring(0, colon), escaped);
                String value = plain(colon < 0 ? "" : line.substring(colon + 1), escaped);
                // The first of headers with one name counts (STOMP 1.2, "Repeated Header Entries").
                if (!headers.has(name)) {
                    headers.set(name, sketch.text(value));
                }
                if (name.equals("content-length") && value.matches("\\d{1,9}")) {
                    length = Integer.parseInt(value);
                }
            }
        }

        private byte[] body() {
            int end = at;
            if (length >= 0 && length <= bytes.length - at) {
                end = at + length;
            } else {
                while (end < bytes.length && bytes[end] != 0) {
                    end++;
                }
            }
            byte[] body = Arrays.copyOfRange(bytes, at, end);
            if (end >= bytes.length || bytes[end] != 0) {
                problem = "no zero byte ends the frame, which may go on in the next message";
            }
            at = Math.min(bytes.length, end + 1);
            return body;
        }

        private static JsonNode body(Sketch sketch, byte[] body) {
            String text = new String(body, StandardCharsets.UTF_8);
            Optional<JsonNode> json = Json.parse(text);
            return json.orElseGet(() -> Text.of(body) == Text.NONE ? sketch.bytes(body) : sketch.text(text));
        }

        private String line() {
            var line = new ByteArrayOutputStream();
            while (at < bytes.length && bytes[at] != '\n' && bytes[at] != 0) {
                line.write(bytes[at++]);
            }
            at = at < bytes.length && bytes[at] == '\n' ? at + 1 : at;
            String text = line.toString(StandardCharsets.UTF_8);
            return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
        }

        private static String plain(String text, boolean escaped) {
            if (!escaped || text.indexOf('\\') < 0) {
                return text;
            }
            return ESCAPED.matcher(text).replaceAll(match -> switch (match.group(1)) {
                case "r" -> "\r";
                case "n" -> "\n";
                case "c" -> ":";
                default -> "\\\\";
            });
        }

        private static String place(ObjectNode headers) {
            String destination = headers.path("destination").asString("");
            return destination.isEmpty() ? headers.path("message").asString("") : destination;
        }
    }
}
