package dev.socketscope.engine.relay;

import java.util.Base64;
import java.util.concurrent.ThreadLocalRandom;

/** A {@code Sec-WebSocket-Key}: 16 random bytes, which guard against caches, not against people (RFC 6455 §10.3). */
final class HandshakeKey {
    private HandshakeKey() {}

    static String random() {
        byte[] key = new byte[16];
        ThreadLocalRandom.current().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }
}
