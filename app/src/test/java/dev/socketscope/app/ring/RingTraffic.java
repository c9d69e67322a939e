package dev.socketscope.app.ring;

import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Frame;
import dev.socketscope.engine.api.FrameRow;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Seeded frames of every kind, as a page with hot reload and a telemetry stream would make them. */
public final class RingTraffic {
    private static final long START_MICROS = 1_795_430_467_204_113L;
    private static final List<String> TEXTS = List.of(
            "{\"type\":\"update\",\"updates\":[{\"type\":\"js-update\",\"path\":\"/src/App.jsx\",\"acceptedPath\":\"/src/App.jsx\",\"timestamp\":1795430467204}]}",
            "{\"type\":\"custom\",\"event\":\"vite:ws-status\",\"data\":{\"visible\":true,\"since\":null}}",
            "{\"type\":\"error\",\"err\":{\"message\":\"Unexpected token (12:8)\",\"stack\":\"\",\"plugin\":\"vite:react-babel\",\"id\":\"/src/Panel.jsx\"}}",
            "{\"type\":\"update\",\"updates\":[{\"type\":\"css-update\",\"path\":\"/src/index.css\",\"timestamp\":1795430464002}]}",
            "{\"sensor\":\"kiln-3\",\"celsius\":812.4,\"ok\":true,\"tags\":[\"a\",\"b\"],\"at\":1795430464}",
            "42[\"cursor\",{\"x\":311,\"y\":89,\"user\":\"Åsa\"}]", "tick 000184",
            "{\"type\":\"full-reload\",\"path\":\"*\",\"triggeredBy\":\"/project/vite.config.js\"}");

    private final Random random;
    private long micros = START_MICROS;

    public RingTraffic(long seed) {
        random = new Random(seed);
    }

    /** The next frame. */
    public FrameRow next(long seq) {
        micros += 40 + random.nextInt(90_000);
        int kind = random.nextInt(24);
        return switch (kind) {
            case 0 -> row(seq, 0x89, Direction.TO_CLIENT, "00 00 01 c4", false, 4);
            case 1 -> row(seq, 0x8A, Direction.TO_UPSTREAM, "00 00 01 c4", false, 4);
            case 2 -> row(seq, 0x82, Direction.TO_CLIENT, "1f 8b 08 00 00 00 00 00 00 03 ad 57 6d 6f db 36 10 fe de 5f "
                    + "41 10 18 60 6d 8e 25 d9 4e 9c 08 c8", false, 4_096 + random.nextInt(90_000));
            case 3 ->
                row(seq, 0x01, Direction.TO_CLIENT, "{\"type\":\"bundle\",\"modules\":[\"/src/a.js\",", true, 16_384);
            case 4 -> row(seq, 0x80, Direction.TO_CLIENT, "\"/src/z.js\"]}", true, 812);
            case 5 -> row(seq, 0xC1, Direction.TO_CLIENT, TEXTS.get(0), true, 102);
            case 6 -> seq % 5 == 0 ? row(seq, 0x88, Direction.TO_CLIENT, "1011 upstream restarted", true, 22)
                    : text(seq, kind);
            case 7 -> seq % 5 == 0 ? row(seq, 0xA3, Direction.TO_UPSTREAM, "ff 00 17", false, 3) : text(seq, kind);
            default -> text(seq, kind);
        };
    }

    private FrameRow text(long seq, int kind) {
        String text = TEXTS.get(kind % TEXTS.size());
        int length = text.getBytes(StandardCharsets.UTF_8).length;
        return row(seq, 0x81, kind % 3 == 0 ? Direction.TO_UPSTREAM : Direction.TO_CLIENT, text, true, length);
    }

    private FrameRow row(long seq, int first, Direction direction, String preview, boolean text, int length) {
        int roll = random.nextInt(60);
        long inProxy = roll == 0 ? Frame.IN_PROXY_UNKNOWN : roll == 1 ? 251_200 : 20 + random.nextInt(900);
        String connection = random.nextInt(3) == 0 ? "ws_80c1" : "ws_7f3a";
        var frame = new Frame(seq, micros, connection, direction, first, direction == Direction.TO_UPSTREAM, length,
                length, false, false, inProxy, seq, random.nextInt(80) == 0, false, List.of());
        return new FrameRow(frame, preview, text);
    }
}
