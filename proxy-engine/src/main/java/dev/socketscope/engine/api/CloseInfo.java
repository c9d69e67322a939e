package dev.socketscope.engine.api;

import org.jspecify.annotations.Nullable;

/**
 * How a connection ended.
 *
 * @param by who ended it first
 * @param manner what was seen on that side
 * @param code the Close frame's code (RFC 6455 §7.4), or what a peer's API reports in its place: 1005 for a Close frame without
 *        a code, 1006 for no Close frame at all
 * @param reason the Close frame's reason, or the engine's explanation
 * @param fault id of the fault that caused it, or that a peer's end most probably goes back to, such as a Close with 1002 after a
 *        {@code violate}; null when none is known
 */
public record CloseInfo(By by, Manner manner, int code, String reason, @Nullable String fault) {
    public static final int NO_CODE = 1005;
    public static final int ABNORMAL = 1006;
    private static final int FIRST_OF_APPLICATIONS = 3000;

    /** Whether a peer wanted it so: a Close frame with 1000, 1001, no code, or a code that applications may use for their own ends. */
    public boolean orderly() {
        return manner == Manner.CLOSE_FRAME
                && (code == CloseCode.NORMAL || code == CloseCode.GOING_AWAY || code == NO_CODE
                        || code >= FIRST_OF_APPLICATIONS);
    }

    /** Whether the reason is the engine's own sentence about a peer that went without a Close frame; it names the peer. */
    public boolean explained() {
        return (by == By.CLIENT || by == By.UPSTREAM)
                && (manner == Manner.FIN || manner == Manner.RST || manner == Manner.SILENCE) && !reason.isBlank();
    }

    /** Who ended it. */
    public enum By {
        CLIENT, UPSTREAM, ENGINE, FAULT
    }

    /** What was seen on the wire. */
    public enum Manner {
        /** A Close frame. */
        CLOSE_FRAME,
        /** End of stream without a Close frame. */
        FIN,
        /** A TCP reset. */
        RST,
        /** Nothing: the engine's pings were not answered any more. */
        SILENCE,
        /** The upgrade never succeeded. */
        HANDSHAKE
    }
}
