package dev.socketscope.app.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socketscope.app.scope.Scopes;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Fault;
import dev.socketscope.engine.api.FaultMatch;
import dev.socketscope.engine.api.FaultType;
import dev.socketscope.engine.api.HandshakeFault;
import dev.socketscope.engine.api.Header;
import dev.socketscope.engine.api.InvalidFaultException;
import dev.socketscope.engine.api.MessageFault;
import dev.socketscope.engine.api.Opcode;
import dev.socketscope.engine.api.TransportFault;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DraftTest {
    private static final FaultMatch DOWN = FaultMatch.ANY.onPath("/_hmr").going(Direction.TO_CLIENT);

    @ParameterizedTest
    @EnumSource
    void everyTypeCanBeArmedAsItStands(FaultType type) {
        Draft draft = new Draft(type);

        Fault fault = draft.fault(DOWN);

        assertThat(fault.spec().type()).isEqualTo(type);
        assertThat(fault.match().path()).isEqualTo("/_hmr");
        assertThat(fault.match().direction())
                .isEqualTo(draft.useless(Draft.DIRECTION).isEmpty() ? Direction.TO_CLIENT : null);
        assertThat(FaultWords.title(type)).isNotBlank();
        assertThat(FaultWords.summary(type)).isNotBlank();
        draft.parts().forEach(part -> assertThat(FaultWords.part(part)).isNotBlank());
    }

    @Test
    void fieldsBecomeTheFaultThatTheyDescribe() {
        Draft draft = new Draft(FaultType.DELAY_MESSAGE);
        draft.text("delay").set("1.5 s");
        draft.text("jitter").set("500");
        draft.text("match.opcode").set("text");
        draft.text("match.text").set("json.type==update");
        draft.text("match.everyNth").set("3");
        draft.text("match.skip").set("2");
        draft.text("probability").set("25 %");
        draft.text("count").set("7");
        draft.text("seed").set("42");
        draft.text("after").set("10 s");
        draft.text("duration").set("1 min");
        draft.text("label").set("slow updates");

        assertThat(draft.fault(DOWN)).isEqualTo(new Fault(
                new MessageFault.Delay(Duration.ofMillis(1_500), Duration.ofMillis(500)),
                DOWN.of(Opcode.TEXT).saying("json.type==update").every(3, 2), 0.25, 7, 42, Duration.ofSeconds(10),
                Duration.ofMinutes(1), "slow updates"));
    }

    @Test
    void headersAreOneOnEachLine() {
        Draft draft = new Draft(FaultType.REFUSE);
        draft.text("status").set("429");
        draft.text("headers").set("Retry-After: 5\n\nX-From: a:b");

        assertThat(draft.fault(FaultMatch.ANY).spec()).isEqualTo(new HandshakeFault.Refuse(429,
                List.of(new Header("Retry-After", "5"), new Header("X-From", "a:b")), ""));
    }

    @Test
    void whatIsNoValueIsToldWithItsFieldAndWhatWasExpected() {
        Draft draft = new Draft(FaultType.LATENCY);
        draft.text("delay").set("soon");

        assertThatThrownBy(() -> draft.fault(FaultMatch.ANY))
                .hasMessage("delay: got \"soon\", expected a duration such as 250 ms, 1.5 s or 2 min");
    }

    @Test
    void whatDoesNotFitIsToldInTheEnginesWords() {
        Draft draft = new Draft(FaultType.LATENCY);
        draft.text("jitter").set("300 ms");

        assertThatThrownBy(() -> draft.fault(FaultMatch.ANY)).isInstanceOf(InvalidFaultException.class)
                .hasMessage("jitter: got 300ms, expected a duration from 0s to the delay, 250ms");
    }

    @Test
    void selectorsThatATypeHasNoUseForAreKnownFromTheEngine() {
        assertThat(new Draft(FaultType.FLAP).useless("probability")).contains("got 0.5, expected no such key for flap");
        assertThat(new Draft(FaultType.LATENCY).useless("match.text")).isPresent();
        assertThat(new Draft(FaultType.LATENCY).useless(Draft.DIRECTION)).isEmpty();
        assertThat(Draft.OCCASION).allSatisfy(
                part -> assertThat(new Draft(FaultType.DROP).useless(part.key())).as(part.key()).isEmpty());
    }

    @Test
    void theWordsOfAFaultSayItsNumbers() {
        assertThat(SpecWords.of(new TransportFault.Latency(Duration.ofMillis(250), Duration.ofMillis(50),
                TransportFault.Distribution.UNIFORM))).isEqualTo("250 ms ± 50 ms");
        assertThat(SpecWords.of(new TransportFault.Bandwidth(64 << 10))).isEqualTo("64 KB/s");
        assertThat(Scopes.allWords(DOWN.of(Opcode.TEXT).every(3, 0))).isEqualTo("/_hmr ↓ · text · 1 of 3");
    }
}
