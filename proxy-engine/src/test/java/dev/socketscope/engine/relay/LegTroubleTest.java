package dev.socketscope.engine.relay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.Leg;
import java.io.IOException;
import java.net.SocketException;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LegTroubleTest {
    @ParameterizedTest
    @CsvSource({
            "recvAddress(..) failed with error(-104): Connection reset by peer, the client reset the connection (TCP RST)",
            "recvAddress(..) failed: Connection reset by peer, the client reset the connection (TCP RST)",
            "Connection reset, the client reset the connection (TCP RST)",
            "Broken pipe, the client reset the connection (TCP RST)",
            "recvAddress(..) failed with error(-110): Connection timed out, the client acknowledged nothing any more (TCP timed out)",
            "recvAddress(..) failed with error(-113): No route to host, the network does not reach the client any more (No route to host)",
            "readAddress(..) failed with error(-5): Input/output error, the connection to the client broke: Input/output error"})
    void theSystemsWordsBecomeOurs(String system, String ours) {
        assertThat(LegTrouble.of(Leg.CLIENT, new IOException(system))).isEqualTo(ours);
    }

    @Test
    void aMessageIsNotNeeded() {
        assertThat(LegTrouble.of(Leg.UPSTREAM, new SocketException()))
                .isEqualTo("the connection to the upstream broke: SocketException");
    }

    @Test
    void tlsIsNamed() {
        assertThat(LegTrouble.of(Leg.UPSTREAM, new SSLException("Received fatal alert: bad_record_mac")))
                .isEqualTo("TLS with the upstream broke: Received fatal alert: bad_record_mac");
    }

    @Test
    void onePingIsNotSeveral() {
        assertThat(LegTrouble.silent(Leg.CLIENT, 1)).isEqualTo("the client did not answer 1 ping");
        assertThat(LegTrouble.silent(Leg.UPSTREAM, 2)).isEqualTo("the upstream did not answer 2 pings");
    }
}
