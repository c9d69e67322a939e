package dev.socketscope.engine.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.Breakpoint;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.FaultMatch;
import dev.socketscope.engine.api.Opcode;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which breakpoint holds a message. */
class StopsTest {
    private final Stops stops = new Stops(Armed.CONNECTION, Direction.TO_CLIENT);
    private int number;

    private BreakpointRule rule(Breakpoint breakpoint) {
        return new BreakpointRule("brk_" + ++number, breakpoint, null, Armed.AT);
    }

    private BreakpointRule rule(FaultMatch match) {
        return rule(Breakpoint.on(match));
    }

    private List<String> holding(int messages) {
        return Stream.generate(() -> stops.holds(Text.of("m")))
                .limit(messages)
                .map(held -> held == null ? "-" : held.id())
                .toList();
    }

    @Test
    void theOneSetFirstHoldsAndTheOthersDoNotCountIt() {
        stops.use(List.of(rule(FaultMatch.ANY.every(2, 0)), rule(FaultMatch.ANY.every(2, 0))));
        assertThat(holding(6)).containsExactly("-", "brk_1", "brk_2", "brk_1", "-", "brk_1");
    }

    @Test
    void whoseSelectorsLeaveNothingHereIsNotAsked() {
        stops.use(List.of(rule(FaultMatch.ANY.going(Direction.TO_UPSTREAM)), rule(FaultMatch.ANY.onPath("/other")),
                rule(FaultMatch.ANY.of(Opcode.BINARY))));
        assertThat(holding(2)).containsExactly("-", "-");
        assertThat(new Stops(Armed.takingOver(), Direction.TO_CLIENT)).satisfies(dependent -> {
            dependent.use(List.of(rule(FaultMatch.ANY)));
            assertThat(dependent.idle()).isTrue();
        });
    }

    @Test
    void countingGoesOnWhenOthersAreSet() {
        BreakpointRule third = rule(FaultMatch.ANY.every(3, 0));
        stops.use(List.of(third));
        assertThat(holding(2)).containsExactly("-", "-");
        stops.use(List.of(third, rule(FaultMatch.ANY.going(Direction.TO_UPSTREAM))));
        assertThat(holding(1)).containsExactly("brk_1");
    }

    @Test
    void aCountIsOneForAllAndSpentWhenTheLastMessageHasGone() {
        BreakpointRule twice = rule(Breakpoint.on(FaultMatch.ANY).times(2));
        Stops elsewhere = new Stops(Armed.connection(1), Direction.TO_UPSTREAM);
        stops.use(List.of(twice));
        elsewhere.use(List.of(twice));
        assertThat(Objects.requireNonNull(elsewhere.holds(Text.of("x"))).isSpent()).isFalse();
        assertThat(holding(2)).containsExactly("brk_1", "-");
        assertThat(stops.idle()).isTrue();
        assertThat(twice.status()).satisfies(s -> {
            assertThat(s.held()).isEqualTo(2);
            assertThat(s.holding()).isEqualTo(2);
        });
        twice.letGo();
        assertThat(twice.isSpent()).isFalse();
        twice.letGo();
        assertThat(twice.isSpent()).isTrue();
    }
}
