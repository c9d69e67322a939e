package dev.socketscope.engine.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.CloseInfo.Manner;
import dev.socketscope.engine.api.FaultType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** To which fault the end of a peer goes back. */
class BlameTest {
    private final Blame blame = new Blame();

    private void acted(FaultType type, String id) {
        blame.acted(new Firing(id, type, "", false));
    }

    @ParameterizedTest
    @CsvSource({"VIOLATE, 1002", "CORRUPT, 1002", "CORRUPT, 1007", "REPLACE, 1007", "REPLACE, 1009"})
    void aCodeThatBrokenMessagesLeadTo(FaultType type, int code) {
        acted(type, "flt_1");
        acted(FaultType.DROP, "flt_2");

        assertThat(blame.of(Manner.CLOSE_FRAME, code, false, List.of())).isEqualTo("flt_1");
        assertThat(blame.of(Manner.CLOSE_FRAME, 1000, false, List.of())).isNull();
    }

    @Test
    void whatNoFaultHasDoneIsNoFaultsDoing() {
        acted(FaultType.DROP, "flt_1");

        assertThat(blame.of(Manner.CLOSE_FRAME, 1002, true, List.of("flt_1"))).isNull();
        assertThat(blame.of(Manner.SILENCE, 1006, true, List.of("flt_1"))).isNull();
    }

    @ParameterizedTest
    @EnumSource(names = {"SWALLOW_PING", "SWALLOW_PONG", "DELAY_PONG"})
    void silenceGoesBackToPingsAndPongsThatNeverCameEvenIfTheFaultIsGone(FaultType type) {
        acted(type, "flt_1");

        assertThat(blame.of(Manner.SILENCE, 1006, false, List.of())).isEqualTo("flt_1");
    }

    @ParameterizedTest
    @EnumSource(names = {"LATENCY", "BANDWIDTH", "SLICE", "BLACK_HOLE"})
    void aLinkIsBlamedOnlyWhileItsFaultIsArmed(FaultType type) {
        acted(type, "flt_1");

        assertThat(blame.of(Manner.SILENCE, 1006, false, List.of("flt_1"))).isEqualTo("flt_1");
        assertThat(blame.of(Manner.SILENCE, 1006, false, List.of())).isNull();
    }

    @Test
    void onlyAPeerThatPingsMayHaveMissedAPong() {
        acted(FaultType.LATENCY, "flt_1");

        assertThat(blame.of(Manner.RST, 1006, true, List.of("flt_1"))).isEqualTo("flt_1");
        assertThat(blame.of(Manner.FIN, 1006, false, List.of("flt_1"))).isNull();
    }

    @Test
    void theOneThatActedLastIsNamed() {
        acted(FaultType.SWALLOW_PONG, "flt_1");
        acted(FaultType.DELAY_PONG, "flt_2");
        acted(FaultType.SWALLOW_PONG, "flt_3");

        assertThat(blame.of(Manner.SILENCE, 1006, false, List.of())).isEqualTo("flt_3");
    }
}
