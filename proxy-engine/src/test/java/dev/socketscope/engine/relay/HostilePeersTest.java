package dev.socketscope.engine.relay;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The short form of {@link HostilePeersIT}. */
@Timeout(120)
class HostilePeersTest {
    @Test
    void twentyThousandMalformedHandshakesAndFramesLeaveNothingBehind() throws Exception {
        HostileRun.of(20_000, 11);
    }
}
