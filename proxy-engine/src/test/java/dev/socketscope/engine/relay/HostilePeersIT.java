package dev.socketscope.engine.relay;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Peers on both sides that send a million malformed handshakes and frames. */
@Timeout(600)
class HostilePeersIT {
    @Test
    void aMillionMalformedHandshakesAndFramesLeaveNothingBehind() throws Exception {
        HostileRun.of(1_000_000, 12);
    }
}
