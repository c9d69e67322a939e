package dev.socketscope.engine.control;

import dev.socketscope.engine.relay.Raw;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A TCP connection to a control port. */
final class RawCaller implements AutoCloseable {
    private final Raw raw;

    RawCaller(int port) {
        raw = Raw.connect(port);
    }

    RawCaller send(String text) {
        raw.send(text);
        return this;
    }

    RawCaller send(byte[] bytes) {
        raw.send(bytes);
        return this;
    }

    /** One whole answer with its body. */
    String answer() {
        String head = raw.head();
        int length = head.lines()
                .filter(l -> l.toLowerCase(Locale.ROOT).startsWith("content-length: "))
                .mapToInt(l -> Integer.parseInt(l.substring(16)))
                .findFirst()
                .orElse(0);
        return head + new String(raw.read(length), StandardCharsets.UTF_8);
    }

    /** Status line and headers, for an answer that has no body. */
    String head() {
        return raw.head();
    }

    /** Everything until the server ends the connection, in whichever way. */
    String rest() {
        try {
            return new String(raw.readToEnd(), StandardCharsets.UTF_8);
        } catch (UncheckedIOException e) {
            return "";
        }
    }

    @Override
    public void close() {
        raw.close();
    }
}
