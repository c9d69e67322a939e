package dev.socketscope.engine.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressTextTest {
    @ParameterizedTest
    @CsvSource({"127.0.0.1,127.0.0.1", "0.0.0.0,0.0.0.0", "0:0:0:0:0:0:0:1,::1", "::,::", "2001:DB8::1,2001:db8::1",
            "2001:db8:0:0:1:0:0:1,2001:db8::1:0:0:1", "2001:0:0:1:0:0:0:1,2001:0:0:1::1",
            "1:0:3:4:5:6:7:8,1:0:3:4:5:6:7:8",
            "10:0:0:4:5:6:7:0,10::4:5:6:7:0", "1:2:3:4:5:6:0:0,1:2:3:4:5:6::"})
    void addressesAreWrittenAsPeopleDo(String address, String expected) {
        assertThat(AddressText.host(InetAddress.ofLiteral(address))).isEqualTo(expected);
    }

    @Test
    void anIpv6AddressStandsInBracketsBeforeItsPort() {
        assertThat(AddressText.of(new InetSocketAddress(InetAddress.ofLiteral("::1"), 9000))).isEqualTo("[::1]:9000");
        assertThat(AddressText.of(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 80)))
                .isEqualTo("127.0.0.1:80");
        assertThat(AddressText.of(InetSocketAddress.createUnresolved("dev.example", 80))).isEqualTo("dev.example:80");
    }
}
