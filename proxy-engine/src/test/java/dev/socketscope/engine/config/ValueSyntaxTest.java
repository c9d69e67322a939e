package dev.socketscope.engine.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueSyntaxTest {
    @ParameterizedTest
    @CsvSource({"512,512", "0,0", "7B,7", "64KiB,65536", "64 KiB,65536", "2kB,2000", "2KB,2000", "1.5MB,1500000",
            "256MiB,268435456", "1GB,1000000000", "1GiB,1073741824", "2TiB,2199023255552"})
    void sizesHaveBinaryAndDecimalUnits(String text, long bytes) {
        assertThat(Sizes.parse(text)).hasValue(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "KiB", "-1", "1.5", "0.3KiB", "1 parrot", "64kib", "99999999999TiB", "1e3", "0x10"})
    void whatIsNotAWholeNumberOfBytesIsNoSize(String text) {
        assertThat(Sizes.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"500ms,500", "10s,10000", "2.5s,2500", "5m,300000", "1h,3600000", "0s,0", "10 s,10000"})
    void durationsNeedAUnit(String text, long millis) {
        assertThat(Durations.parse(text)).hasValue(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10", "s", "-1s", "1d", "10S", "1.0000001s", "999999999999h", "PT10S"})
    void whatHasNoUnitOrAnOddOneIsNoDuration(String text) {
        assertThat(Durations.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"3600000,1h", "5400000,90m", "10000,10s", "1500,1500ms", "0,0s"})
    void durationsAreWrittenShort(long millis, String text) {
        assertThat(Durations.text(Duration.ofMillis(millis))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0,0", "512,512", "1536,1536", "65536,64KiB", "1099511627776,1TiB"})
    void sizesAreWrittenShort(long bytes, String text) {
        assertThat(Sizes.text(bytes)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1:9000,127.0.0.1,9000", ":0,127.0.0.1,0", "[::1]:9000,0:0:0:0:0:0:0:1,9000",
            "0.0.0.0:80,0.0.0.0,80", "[::]:1,0:0:0:0:0:0:0:0,1"})
    void addressesWithoutAHostAreLoopback(String text, String host, int port) {
        InetSocketAddress address = Addresses.parse(text).orElseThrow();

        assertThat(address.getAddress().getHostAddress()).isEqualTo(host);
        assertThat(address.getPort()).isEqualTo(port);
    }

    @Test
    void localhostIsLookedUp() {
        InetSocketAddress address = Addresses.parse("localhost:8080").orElseThrow();

        assertThat(address.getAddress().isLoopbackAddress()).isTrue();
        assertThat(address.getPort()).isEqualTo(8080);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "9000", "127.0.0.1", "127.0.0.1:", "127.0.0.1:65536", "::1:9000", "[::1]", "http://h:1",
            "a b:1", "nosuchhost.invalid:80", ":-1"})
    void whatIsNotAnAddressIsNone(String text) {
        assertThat(Addresses.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"http://127.0.0.1:5173,http://127.0.0.1:5173", "http://localhost:5173/,http://localhost:5173",
            "HTTPS://h,HTTPS://h", "http://[::1]:3000,http://[::1]:3000",
            "ws://h:1,http://h:1", "wss://h,https://h",
            "http://127.0.0.1:{port},http://127.0.0.1:{port}", "http://{sandbox}.local:80,http://{sandbox}.local:80"})
    void upstreamsAreHostAndPort(String text, String upstream) {
        assertThat(Upstreams.parse(text)).hasValue(upstream);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "127.0.0.1:5173", "localhost:5173", "ftp://h:1", "http://", "http://h/app",
            "http://h?x",
            "http://u@h", "http://h:0", "http://h:99999", "http://h:{ports}", "http://a b"})
    void whatNamesMoreOrLessIsNoUpstream(String text) {
        assertThat(Upstreams.parse(text)).isEmpty();
    }
}
