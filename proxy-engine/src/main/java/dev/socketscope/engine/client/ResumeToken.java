package dev.socketscope.engine.client;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;

/**
 * How a client asks to be resumed: its secret name for the session, and how many messages it has received in it. Travels in
 * headers, since addresses end up in logs.
 */
record ResumeToken(String token, long received) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 24;

    /** The beginning of a session that nobody else can name. */
    static ResumeToken fresh() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new ResumeToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes), 0);
    }

    ResumeToken oneMore() {
        return new ResumeToken(token, received + 1);
    }

    ResumeToken fromZero() {
        return new ResumeToken(token, 0);
    }

    Map<String, String> headers() {
        return Map.of("Socketscope-Resume", token, "Socketscope-Received", Long.toString(received));
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "ResumeToken[received " + received + "]";
    }
}
