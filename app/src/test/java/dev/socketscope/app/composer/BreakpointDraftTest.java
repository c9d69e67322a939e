package dev.socketscope.app.composer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.app.controls.Problems;
import dev.socketscope.engine.api.Breakpoint;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.FaultMatch;
import dev.socketscope.engine.api.Opcode;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BreakpointDraftTest {
    private final BreakpointDraft draft = new BreakpointDraft();

    @Test
    void atFirstEverythingIsHeldAsTheEngineWouldHoldIt() {
        assertThat(draft.build()).contains(Breakpoint.on(FaultMatch.ANY));
    }

    @Test
    void everyFieldCounts() {
        draft.target().set(FaultMatch.ANY.onPath("/chat"));
        draft.direction().set(Direction.TO_CLIENT);
        draft.opcode().set(Opcode.TEXT);
        draft.text(BreakpointDraft.TEXT).set("/ord(er)?/i");
        draft.text(BreakpointDraft.NTH).set("3");
        draft.text(BreakpointDraft.SKIP).set("2");
        draft.text(BreakpointDraft.HOLD).set("2 min");
        draft.text(BreakpointDraft.COUNT).set("10");
        draft.text(BreakpointDraft.LABEL).set(" orders ");

        FaultMatch match = FaultMatch.ANY.onPath("/chat")
                .going(Direction.TO_CLIENT)
                .of(Opcode.TEXT)
                .saying("/ord(er)?/i")
                .every(3, 2);
        assertThat(draft.build())
                .contains(new Breakpoint(match, Duration.ofMinutes(2), 10, "orders"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "holdFor        | soon  | got \"soon\", expected a duration such as",
            "holdFor        | 2 h   | got 2h, expected a duration from 100ms to 1h",
            "match.everyNth | 0     | got 0, expected a whole number from 1 to",
            "match.skip     | none  | got \"none\", expected a whole number",
            "count          | 0     | got 0, expected a whole number from 1 to"})
    void whatCannotBeIsToldAtItsFieldUntilItIsMended(String key, String typed, String problem) {
        draft.text(key).set(typed);

        assertThat(draft.build()).isEmpty();
        assertThat(draft.problems().of(key).get()).startsWith(problem);
        assertThat(draft.problems().of(Problems.GENERAL).get()).isEmpty();

        draft.text(key).set("1");
        assertThat(draft.problems().of(key).get()).isEmpty();
    }
}
