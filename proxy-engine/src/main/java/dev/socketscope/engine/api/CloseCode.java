package dev.socketscope.engine.api;

import java.nio.charset.StandardCharsets;

/** Status codes of Close frames (RFC 6455 §7.4 and the IANA registry that continues it), and what may stand beside them. */
public final class CloseCode {
    /** Bytes of UTF-8 in a reason: a control frame has 125 (§5.5), two of which are the code. */
    public static final int LONGEST_REASON = 123;
    /** The codes that {@link #mayStandOnWire(int)} allows, for messages. */
    public static final String ON_WIRE = "1000 to 1003, 1007 to 1014 or 3000 to 4999";
    public static final int NORMAL = 1000;
    public static final int GOING_AWAY = 1001;
    public static final int PROTOCOL_ERROR = 1002;
    public static final int INVALID_DATA = 1007;
    public static final int TOO_BIG = 1009;
    public static final int INTERNAL_ERROR = 1011;
    public static final int SERVICE_RESTART = 1012;
    public static final int TRY_AGAIN_LATER = 1013;

    private CloseCode() {}

    /** Whether an endpoint may send the code: 1000–1003, 1007–1014, 3000–4999. */
    public static boolean mayStandOnWire(int code) {
        return code >= 1000 && code <= 1003 || code >= 1007 && code <= 1014 || code >= 3000 && code <= 4999;
    }

    /** How many bytes of a Close frame a reason takes. */
    public static int lengthOnWire(String reason) {
        return reason.getBytes(StandardCharsets.UTF_8).length;
    }

    /** What the code means, for example {@code going away}; {@code unknown} for a value that means nothing. */
    public static String name(int code) {
        return switch (code) {
            case 1000 -> "normal";
            case 1001 -> "going away";
            case 1002 -> "protocol error";
            case 1003 -> "unsupported data";
            case 1004 -> "reserved";
            case 1005 -> "no code";
            case 1006 -> "no Close frame";
            case 1007 -> "invalid payload data";
            case 1008 -> "policy violation";
            case 1009 -> "message too big";
            case 1010 -> "extension missing";
            case 1011 -> "internal error";
            case 1012 -> "service restart";
            case 1013 -> "try again later";
            case 1014 -> "bad gateway";
            case 1015 -> "TLS handshake failed";
            default -> rangeName(code);
        };
    }

    private static String rangeName(int code) {
        if (code >= 1016 && code <= 2999) {
            return "reserved";
        }
        if (code >= 3000 && code <= 3999) {
            return "registered for libraries";
        }
        return code >= 4000 && code <= 4999 ? "private use" : "unknown";
    }
}
