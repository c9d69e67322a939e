package dev.socketscope.engine.relay;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** An engine with a raw client on one side and a raw upstream on the other, so that a test controls every byte. */
abstract class OnTheWire {
    final ServerSocket listening = Raw.listen();
    final LocalEngine engine = Engines.to(listening.getLocalPort());
    final Raw client = Raw.connect(Engines.port(engine));

    private final List<Raw> accepted = new ArrayList<>();

    @AfterEach
    void stop() throws IOException {
        client.close();
        accepted.forEach(Raw::close);
        engine.close();
        listening.close();
    }

    Raw accept() {
        Raw upstream = Raw.accept(listening);
        accepted.add(upstream);
        return upstream;
    }

    static String get(String path) {
        return "GET " + path + " HTTP/1.1\r\nHost: a\r\n\r\n";
    }
}
