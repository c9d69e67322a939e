package dev.socketscope.engine.api;

import java.time.Duration;

/**
 * Which leg stays open when the other one is lost.
 *
 * @param upstream keep the client's leg while the upstream is away, and dial it again; how long is up to {@link Reconnect}
 * @param client keep the upstream's leg while the client is away, for every client; one that asks to be resumed is waited for
 *        without this
 * @param time how long a client may be away
 */
public record Hold(boolean upstream, boolean client, Duration time) {
    public static final Hold DEFAULT = new Hold(true, false, Duration.ofSeconds(60));
    /** Every loss of a leg ends the connection. */
    public static final Hold NOTHING = new Hold(false, false, DEFAULT.time);
}
