package dev.socketscope.engine.client;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;

/**
 * How a client asks to be resumed: its secret name for the session, how many messages it has received in it, and of how many sessions
 * under that name it has been told that they began. Travels in headers, since addresses end up in logs.
 */
record ResumeToken(String token, long received, long sessions) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 24;

    /** The beginning of a session that nobody else can name. */
    static ResumeToken fresh() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new ResumeToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes), 0, 0);
    }

    ResumeToken oneMore() {
        return new ResumeToken(token, received + 1, sessions);
    }

    /** Nobody on the way resumes. */
    ResumeToken fromZero() {
        return new ResumeToken(token, 0, sessions);
    }

    /** The engine has told that another session began. */
    ResumeToken nextSession() {
        return new ResumeToken(token, 0, sessions + 1);
    }

    /** The engine has told that the session goes on. */
    ResumeToken sameSession() {
        return new ResumeToken(token, received, Math.max(1, sessions));
    }

    Map<String, String> headers() {
        return Map.of("Socketscope-Resume", token, "Socketscope-Received", Long.toString(received),
                "Socketscope-Sessions",
                Long.toString(sessions));
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "ResumeToken[received " + received + "]";
    }
}
