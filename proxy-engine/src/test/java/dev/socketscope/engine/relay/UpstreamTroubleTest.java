package dev.socketscope.engine.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpstreamTroubleTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "recvAddress(..) failed with error(-104): Connection reset by peer | Connection reset by peer",
            "readAddress(..) failed: Connection reset by peer | Connection reset by peer",
            "Connection reset | Connection reset", "f(..) was not called: x | f(..) was not called: x"})
    void aReasonIsToldWithoutTheSystemCall(String message, String told) {
        assertThat(UpstreamTrouble.text(new IOException(message))).isEqualTo(told);
    }

    @Test
    void whatHasNoMessageIsToldByItsType() {
        assertThat(UpstreamTrouble.text(new IOException())).isEqualTo("IOException");
        assertThat(UpstreamTrouble.text(null)).isEqualTo("unknown reason");
    }
}
