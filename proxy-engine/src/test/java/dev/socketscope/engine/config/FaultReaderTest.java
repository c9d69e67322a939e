package dev.socketscope.engine.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.EndingFault;
import dev.socketscope.engine.api.Fault;
import dev.socketscope.engine.api.FaultMatch;
import dev.socketscope.engine.api.FaultType;
import dev.socketscope.engine.api.HandshakeFault;
import dev.socketscope.engine.api.Header;
import dev.socketscope.engine.api.MessageFault;
import dev.socketscope.engine.api.Opcode;
import dev.socketscope.engine.api.TransportFault;
import dev.socketscope.engine.api.TransportFault.Distribution;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FaultReaderTest {
    private static Fault read(String... lines) throws ConfigException {
        return FaultReader.parse("f.yaml", String.join("\n", lines));
    }

    @Test
    void readsEverythingThatAFaultMaySay() throws ConfigException {
        Fault fault = read("type: latency", "delay: 100ms", "jitter: 20ms", "distribution: pareto", "match:",
                "  connection: ws_1", "  route: '* /'", "  path: /_hmr", "  sandbox: abc", "  direction: to-client",
                "  everyNth: 2", "  skip: 1", "probability: 0.5", "count: 3", "seed: -7", "after: 1s", "duration: 2m",
                "label: slow");

        assertThat(fault).isEqualTo(new Fault(
                new TransportFault.Latency(Duration.ofMillis(100), Duration.ofMillis(20), Distribution.PARETO),
                new FaultMatch("ws_1", "* /", "/_hmr", "abc", Direction.TO_CLIENT, null, null, 2, 1), 0.5, 3, -7,
                Duration.ofSeconds(1), Duration.ofMinutes(2), "slow"));
    }

    @Test
    void jsonIsYaml() throws ConfigException {
        Fault fault = read("{\"type\":\"drop\",\"match\":{\"opcode\":\"text\",\"text\":\"json.type==\\\"a\\\"\"}}");

        assertThat(fault).isEqualTo(Fault.of(new MessageFault.Drop())
                .on(FaultMatch.ANY.of(Opcode.TEXT).saying("json.type==\"a\"")));
    }

    @Test
    void headersAreAListOfNamesAndValues() throws ConfigException {
        assertThat(read("type: refuse", "status: 429", "headers:", "  - {name: Retry-After, value: '7'}").spec())
                .isEqualTo(new HandshakeFault.Refuse(429, List.of(new Header("Retry-After", "7")), ""));
    }

    @Test
    void theDurationOfMaxLifetimeIsItsOwn() throws ConfigException {
        Fault fault = read("type: max-lifetime", "duration: 5s");

        assertThat(fault.spec()).isEqualTo(new EndingFault.MaxLifetime(Duration.ofSeconds(5)));
        assertThat(fault.duration()).isNull();
    }

    /** What has to be there is; everything else has its default. */
    @ParameterizedTest
    @EnumSource(FaultType.class)
    void everyTypeCanBeRead(FaultType type) throws ConfigException {
        String parameters = switch (type) {
            case DELAY_HANDSHAKE, LATENCY, SLOW_CLOSE, DELAY_MESSAGE, DELAY_PONG -> "delay: 1s";
            case BANDWIDTH -> "bytesPerSecond: 1099511627776";
            case SLICE, MAX_BYTES, TRUNCATE, FRAGMENT -> "bytes: 10";
            case MAX_LIFETIME -> "duration: 1m";
            case REPLACE -> "find: a\nwith: b";
            case MAP -> "text: a";
            case VIOLATE -> "kind: oversize-control";
            case CUT -> "leg: both";
            case FLAP -> "down: 1s\nevery: 10s";
            case REFUSE, HANG_HANDSHAKE, DROP_HANDSHAKE, BLACK_HOLE, DISCONNECT, IDLE_CUT, DROP, DUPLICATE, REORDER,
                    CORRUPT, SWALLOW_PING, SWALLOW_PONG ->
                "label: bare";
        };

        assertThat(read("type: " + type.wireName(), parameters).spec().type()).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "latency|delay: fast|f.yaml:2: delay: got \"fast\", expected a duration from 0s to 168h such as 500ms, 10s, 5m or 1h",
            "latency|dellay: 1s|f.yaml:1: delay: missing, expected a duration",
            "drop|dellay: 1s|f.yaml:2: dellay: got \"1s\" for an unknown key, expected one of type, match,",
            "latency|{delay: 1s, jiter: 2s}|jiter: got \"2s\" for an unknown key",
            "drop|cuont: 3|; did you mean count?",
            "drop|probability: 2|f.yaml:2: probability: got \"2\", expected a number from 0 to 1",
            "drop|probability: 0|f.yaml:2: probability: got 0.0, expected a number above 0, up to 1",
            "drop|count: 0|f.yaml:2: count: got 0, expected a whole number from 1 to 1000000000",
            "drop|count: many|f.yaml:2: count: got \"many\", expected a whole number up to 2147483647",
            "drop|count: 3000000000|f.yaml:2: count: got \"3000000000\", expected a whole number up to 2147483647",
            "drop|seed: 99999999999999999999|f.yaml:2: seed: got \"99999999999999999999\", expected a whole number",
            "drop|match: everything|f.yaml:2: match: got \"everything\", expected a mapping",
            "drop|match: {direction: down}|f.yaml:2: match.direction: got \"down\", expected one of to-upstream, to-client",
            "drop|match: {everyNth: 0}|f.yaml:2: match.everyNth: got 0, expected a whole number from 1 to 1000000000",
            "drop|match: {pth: /a}|f.yaml:2: match.pth: got \"/a\" for an unknown key",
            "hang-handshake|match: {text: x}|f.yaml:2: match.text: got \"x\", expected no such key for hang-handshake",
            "violate|kind: nicely|f.yaml:2: kind: got \"nicely\", expected one of rsv, opcode, mask, continuation, oversize-control",
            "refuse|headers: none|f.yaml:2: headers: got \"none\", expected a list with at least one element",
            "dropp|label: x|f.yaml:1: type: got \"dropp\", expected one of refuse, delay-handshake,"})
    void whatDoesNotFitIsNamedWithLineValueAndExpectation(String type, String line, String message) {
        String body = line.startsWith("{") ? line.substring(1, line.length() - 1).replace(", ", "\n") : line;

        assertThatThrownBy(() -> read("type: " + type, body)).isInstanceOf(ConfigException.class)
                .hasMessageContaining(message);
    }

    @Test
    void whatDoesNotFitEachOtherIsNamedWithTheLineOfItsKey() {
        assertThatThrownBy(() -> read("type: flap", "every: 5s", "down: 5s"))
                .hasMessage("f.yaml:3: down: got 5s, expected less than every, 5s");
        assertThatThrownBy(() -> read("type: latency", "delay: 1s", "match:", "  path: /", "  skip: -1"))
                .hasMessage("f.yaml:5: match.skip: got -1, expected a whole number from 0 to 1000000000");
    }

    @Test
    void aDocumentMustBeAFault() {
        assertThatThrownBy(() -> read("")).hasMessage("f.yaml: is empty, expected a fault");
        assertThatThrownBy(() -> read("[drop]"))
                .hasMessage("f.yaml:1: got a list, expected a mapping with keys such as type and match");
        assertThatThrownBy(() -> read("delay: 1s")).hasMessageContaining("type: missing, expected one of refuse");
    }
}
