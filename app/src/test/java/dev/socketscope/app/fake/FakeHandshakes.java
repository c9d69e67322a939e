package dev.socketscope.app.fake;

import dev.socketscope.engine.api.Connection.State;
import dev.socketscope.engine.api.Handshake;
import dev.socketscope.engine.api.Handshake.Station;
import dev.socketscope.engine.api.Handshake.Step;
import dev.socketscope.engine.api.Header;
import java.util.ArrayList;
import java.util.List;

/** An upgrade as a browser, the engine and a dev server do it. */
final class FakeHandshakes {
    private static final int[] MICROS = {4_000, 3_000, 1_000, 2_000, 18_000, 2_000, 31_000, 3_000, 2_000, 21_000};

    private FakeHandshakes() {}

    static Handshake of(String path, State state) {
        List<Header> request = List.of(new Header("Host", "3000-abc123.sandbox.localhost:9000"),
                new Header("Connection", "Upgrade"), new Header("Upgrade", "websocket"),
                new Header("Origin", "http://3000-abc123.sandbox.localhost:9000"),
                new Header("Cookie", "session=s3cr3t"), new Header("Sec-WebSocket-Version", "13"),
                new Header("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ=="),
                new Header("Sec-WebSocket-Extensions", "permessage-deflate; client_max_window_bits"),
                new Header("Sec-WebSocket-Protocol", "vite-hmr"));
        List<Header> forwarded = new ArrayList<>(request);
        forwarded.set(7, new Header("Sec-WebSocket-Extensions",
                "permessage-deflate; client_no_context_takeover; server_no_context_takeover"));
        forwarded.removeIf(header -> header.name().equals("Origin"));
        forwarded.add(new Header("X-Forwarded-For", "127.0.0.1"));
        forwarded.add(new Header("Via", "1.1 socketscope"));
        if (state == State.CONNECTING) {
            return new Handshake(steps(5), "GET " + path + " HTTP/1.1", request, forwarded, 0, "", List.of(),
                    List.of(), null);
        }
        List<Header> response = List.of(new Header("Upgrade", "websocket"), new Header("Connection", "Upgrade"),
                new Header("Sec-WebSocket-Accept", "s3pPLMBiTxaQ9kYGzzhZRbK+xOo="));
        return new Handshake(steps(10), "GET " + path + "?token=k3yf0rv1te HTTP/1.1", request, forwarded, 101,
                "Switching Protocols", response, response,
                "permessage-deflate; client_no_context_takeover; server_no_context_takeover");
    }

    private static List<Step> steps(int count) {
        List<Step> steps = new ArrayList<>();
        long start = 0;
        for (int i = 0; i < count; i++) {
            steps.add(new Step(Station.values()[i], start, MICROS[i]));
            start += MICROS[i];
        }
        return steps;
    }
}
