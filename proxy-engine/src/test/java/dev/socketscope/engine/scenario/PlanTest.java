package dev.socketscope.engine.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.Command.Legs;
import dev.socketscope.engine.api.Command.Mode;
import dev.socketscope.engine.api.EndingFault;
import dev.socketscope.engine.api.Fault;
import dev.socketscope.engine.api.FaultMatch;
import dev.socketscope.engine.api.FaultPreset;
import dev.socketscope.engine.api.MessageFault;
import dev.socketscope.engine.api.TransportFault;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanTest {
    private static final Fault DROP = Fault.of(new MessageFault.Drop()).likely(0.5, 1);

    private static Plan plan(long seed, Step... steps) {
        return Plan.of(new Scenario("test", "", seed, FaultMatch.ANY, null, List.of(steps),
                List.of(new Expectation.NoReload())));
    }

    private static List<Fault> armed(Plan plan) {
        return plan.actions()
                .stream()
                .filter(planned -> planned.action() instanceof Action.Arm)
                .map(planned -> ((Action.Arm) planned.action()).fault())
                .toList();
    }

    private static Duration s(int seconds) {
        return Duration.ofSeconds(seconds);
    }

    @Test
    void theSameSeedArmsTheSameFaultsAndAnotherOneOthers() {
        Step[] steps = {new Step.Arm(s(1), DROP, false), new Step.Arm(s(2), DROP, false),
                new Step.Preset(s(3), FaultPreset.TRAIN, FaultMatch.ANY, null)};

        assertThat(plan(7, steps)).isEqualTo(plan(7, steps));
        assertThat(armed(plan(7, steps))).extracting(Fault::seed).doesNotHaveDuplicates().hasSize(6);
        assertThat(armed(plan(8, steps)).getFirst().seed()).isNotEqualTo(armed(plan(7, steps)).getFirst().seed());
    }

    @Test
    void aSeedOfTheFaultsOwnStays() {
        assertThat(armed(plan(7, new Step.Arm(s(1), DROP.likely(0.5, 99), true))).getFirst().seed()).isEqualTo(99);
    }

    @Test
    void stepsAreTakenByTheClockAndInTheFilesOrderWhereItIsEqual() {
        Plan plan = plan(1, new Step.Disarm(s(9), "late"), new Step.Arm(s(1), DROP.called("a"), false),
                new Step.Disarm(s(1), "a"));

        assertThat(plan.actions()).extracting(Action.Planned::at).containsExactly(s(1), s(1), s(9));
        assertThat(plan.actions().get(1).action()).isEqualTo(new Action.Disarm("a"));
    }

    @Test
    void aCutThatLastsIsALinkThatIsDownForSoLong() {
        Plan plan = plan(1, new Step.Cut(s(2), FaultMatch.ANY.onPath("/a"), Legs.BOTH, Mode.CLOSE, 1012, "bye", s(5)));

        Fault fault = armed(plan).getFirst();
        assertThat(fault.spec()).isEqualTo(new EndingFault.Cut(Legs.BOTH, Mode.CLOSE, 1012, "bye"));
        assertThat(fault.duration()).isEqualTo(s(5));
        assertThat(fault.match().path()).isEqualTo("/a");
        assertThat(plan.end()).isEqualTo(s(7));
    }

    @Test
    void aPresetForAWhileEndsAllOfItsFaultsThen() {
        Plan plan = plan(1, new Step.Preset(s(1), FaultPreset.TRAIN, FaultMatch.ANY, s(35)));

        Fault tunnel = armed(plan).getLast();
        assertThat(tunnel.spec()).isInstanceOf(TransportFault.BlackHole.class);
        assertThat(tunnel.after()).isEqualTo(s(30));
        assertThat(tunnel.duration()).as("of its 20 s").isEqualTo(s(5));
        assertThat(armed(plan).getFirst().duration()).isEqualTo(s(35));
        assertThat(armed(plan(1, new Step.Preset(s(1), FaultPreset.TRAIN, FaultMatch.ANY, s(30)))))
                .as("without the tunnel, which would begin later")
                .hasSize(3);
    }
}
