package dev.socketscope.engine.control;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/** What a caller has to know, sent as {@code Authorization: Bearer …} (RFC 6750 §2.1). Never printed. */
public final class ControlToken {
    /** What a message says that was expected. */
    public static final String EXPECTED = "16 to 512 characters out of A-Z a-z 0-9 - . _ ~ + / =";
    private static final Pattern SYNTAX = Pattern.compile("[A-Za-z0-9._~+/=-]{16,512}");
    private static final int RANDOM_BYTES = 32;

    private final String token;

    private ControlToken(String token) {
        this.token = token;
    }

    /** @throws IllegalArgumentException when it is not {@value #EXPECTED}; the message does not repeat it */
    public static ControlToken of(String token) {
        if (!SYNTAX.matcher(token).matches()) {
            throw new IllegalArgumentException("the token has " + token.length() + " characters, expected " + EXPECTED);
        }
        return new ControlToken(token);
    }

    /** A new one of 256 random bits. */
    public static ControlToken random() {
        byte[] bytes = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(bytes);
        return new ControlToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Compares in a time that tells nothing about where the two differ. */
    boolean matches(String presented) {
        return MessageDigest.isEqual(token.getBytes(StandardCharsets.UTF_8),
                presented.getBytes(StandardCharsets.UTF_8));
    }

    /** The token itself, for the file that keeps it and for the header that carries it. */
    public String secret() {
        return token;
    }

    @Override
    public String toString() {
        return "ControlToken";
    }
}
