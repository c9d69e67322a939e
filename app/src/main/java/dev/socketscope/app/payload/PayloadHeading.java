package dev.socketscope.app.payload;

import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.Units;
import dev.socketscope.engine.api.Opcode;
import dev.socketscope.engine.api.Payload;
import java.util.ArrayList;
import java.util.List;

/** What a payload is, in one line: {@code TEXT · 1.2 KB · compressed, 412 B on the wire · frames 15–18 · complete}. */
final class PayloadHeading {
    private PayloadHeading() {}

    static String of(Payload payload) {
        List<String> parts = new ArrayList<>();
        parts.add(name(payload.opcode()));
        parts.add(Units.bytes(payload.bytes().length));
        if (payload.compressed()) {
            parts.add(Strings.of("payload.compressed", Units.bytes(payload.wireLength())));
        }
        parts.add(payload.firstSeq() == payload.lastSeq() ? Strings.of("payload.frame", Units.count(payload.firstSeq()))
                : Strings.of("payload.frames", Units.count(payload.firstSeq()), Units.count(payload.lastSeq())));
        String note = payload.note();
        if (note != null) {
            parts.add(note);
        } else {
            parts.add(Strings.of(payload.complete() ? "payload.complete" : "payload.incomplete"));
        }
        return String.join(" · ", parts);
    }

    private static String name(Opcode opcode) {
        return switch (opcode) {
            case TEXT -> "TEXT";
            case BINARY -> "BINARY";
            case CONTINUATION -> "CONTINUATION";
            case CLOSE -> "CLOSE";
            case PING -> "PING";
            case PONG -> "PONG";
            case RESERVED -> "RESERVED";
        };
    }
}
