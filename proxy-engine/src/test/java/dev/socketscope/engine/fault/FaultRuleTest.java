package dev.socketscope.engine.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socketscope.engine.api.ArmedFault;
import dev.socketscope.engine.api.Command.Legs;
import dev.socketscope.engine.api.Command.Mode;
import dev.socketscope.engine.api.EndingFault.Flap;
import dev.socketscope.engine.api.Fault;
import dev.socketscope.engine.api.FaultMatch;
import dev.socketscope.engine.api.KeepAlive;
import dev.socketscope.engine.api.MessageFault;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class FaultRuleTest {
    private static final Fault DROP = Fault.of(new MessageFault.Drop());

    @Test
    void isActiveFromItsBeginningToItsEnd() {
        FaultRule rule = Armed.rule(DROP.during(Duration.ofNanos(10), Duration.ofNanos(5_000)), 1, 100);

        assertThat(rule.isActive(109)).isFalse();
        assertThat(rule.isActive(110)).isTrue();
        assertThat(rule.isActive(5_109)).isTrue();
        assertThat(rule.isActive(5_110)).isFalse();
        assertThat(rule.isExpired(5_109)).isFalse();
        assertThat(rule.isExpired(5_110)).isTrue();
        assertThat(rule.untilChange(100)).isEqualTo(10);
        assertThat(rule.untilChange(110)).isEqualTo(5_000);
        assertThat(rule.untilChange(5_110)).isEqualTo(Waits.NEVER);
    }

    @Test
    void aClockThatWrapsAroundMakesNoDifference() {
        FaultRule rule = Armed.rule(DROP.during(Duration.ofNanos(10), Duration.ofNanos(5_000)), 1, Long.MAX_VALUE - 5);

        assertThat(rule.isActive(Long.MAX_VALUE)).isFalse();
        assertThat(rule.isActive(Long.MIN_VALUE + 4)).isTrue();
        assertThat(rule.isExpired(Long.MIN_VALUE + 5_004)).isTrue();
    }

    @Test
    void withoutDurationItNeverExpires() {
        FaultRule rule = Armed.rule(DROP, 1, 0);

        assertThat(rule.isActive(Armed.seconds(1_000_000_000))).isTrue();
        assertThat(rule.status().expiresAt()).isNull();
        assertThat(rule.status().lastFiredAt()).isNull();
    }

    @Test
    void statusTellsTimesOfDay() {
        FaultRule rule = Armed.rule(DROP.during(Duration.ofSeconds(5), Duration.ofSeconds(10)), 1, 77);
        rule.fire("one", 77 + Armed.seconds(6));
        rule.fire("two", 77 + Armed.seconds(8));

        assertThat(rule.status().fired()).isEqualTo(2);
        assertThat(rule.status().lastFiredAt()).isEqualTo(Armed.AT.plusSeconds(8));
        assertThat(rule.status().expiresAt()).isEqualTo(Armed.AT.plusSeconds(15));
    }

    @Test
    void theLastOfTheCountIsMarked() {
        FaultRule rule = Armed.rule(DROP.times(2), 1, 0);

        assertThat(rule.take()).isTrue();
        assertThat(rule.fire("", 0).last()).isFalse();
        assertThat(rule.take()).isTrue();
        assertThat(rule.fire("", 0).last()).isTrue();
        assertThat(rule.take()).isFalse();
        assertThat(rule.isSpent(0)).isTrue();
        assertThat(rule.isExpired(0)).isFalse();
    }

    @Test
    void aFlappingLinkExpiresWhenItIsUpForTheLastTime() {
        Fault twice = Fault.of(new Flap(Duration.ofSeconds(1), Duration.ofSeconds(10), 2, Legs.BOTH, Mode.FIN));

        assertThat(Armed.rule(twice, 1, 0).status().expiresAt()).isEqualTo(Armed.AT.plusSeconds(11));
        assertThat(Armed.rule(twice.during(Duration.ZERO, Duration.ofSeconds(3)), 1, 0).status().expiresAt())
                .isEqualTo(Armed.AT.plusSeconds(3));
    }

    @Test
    void moreCyclesThanAnybodyWillSeeDoNotOverflow() {
        Flap ages = new Flap(Duration.ofSeconds(1), Duration.ofDays(7), 1_000_000, Legs.BOTH, Mode.FIN);

        assertThat(Armed.rule(Fault.of(ages), 1, 0).isActive(Armed.seconds(1))).isTrue();
    }

    @Test
    void aTextNeedsAMatcherAndOnlyATextDoes() {
        ArmedFault text = new ArmedFault("flt_1", DROP.on(FaultMatch.ANY.saying("x")), Armed.AT);
        ArmedFault none = new ArmedFault("flt_1", DROP, Armed.AT);

        assertThatThrownBy(() -> FaultRule.arm(text, null, 0))
                .hasMessage("match.text: got a text without a matcher, expected both or neither");
        assertThatThrownBy(() -> FaultRule.arm(none, _ -> true, 0))
                .hasMessage("match.text: got a matcher without a text, expected both or neither");
    }

    @Test
    void setsAreSharedUntilTheyChange() {
        FaultRule one = Armed.rule(DROP, 1, 0);
        FaultRule two = Armed.rule(DROP, 2, 0);
        FaultRules both = FaultRules.NONE.with(one).with(two);

        assertThat(both.without(List.of())).isSameAs(both);
        assertThat(both.without(List.of(one)).all()).containsExactly(two);
        assertThat(both.without(List.of(one, two))).isSameAs(FaultRules.NONE);
        assertThat(both.find("flt_2")).contains(two);
        assertThat(both.find("flt_3")).isEmpty();
        assertThat(both.untilChange(0)).isEqualTo(Waits.NEVER);
    }

    @Test
    void scopeIsConnectionRouteSandboxAndWholeSegmentsOfPaths() {
        ConnectionFacts connection = new ConnectionFacts("ws_7", 0, "* /api", "/api/v1", "abc", false, "off",
                KeepAlive.OFF);
        FaultMatch any = FaultMatch.ANY;

        assertThat(connection.isIn(any)).isTrue();
        assertThat(connection.isIn(any.onConnection("ws_7"))).isTrue();
        assertThat(connection.isIn(any.onConnection("ws_8"))).isFalse();
        assertThat(connection.isIn(any.onPath("/api"))).isTrue();
        assertThat(connection.isIn(any.onPath("/api/v1"))).isTrue();
        assertThat(connection.isIn(any.onPath("/api/"))).isTrue();
        assertThat(connection.isIn(any.onPath("/ap"))).isFalse();
        assertThat(connection.isIn(any.onPath("/api/v1/x"))).isFalse();
        assertThat(connection.isIn(new FaultMatch(null, "* /api", null, "abc", null, null, null, 1, 0))).isTrue();
        assertThat(connection.isIn(new FaultMatch(null, "* /", null, null, null, null, null, 1, 0))).isFalse();
        assertThat(connection.isIn(new FaultMatch(null, null, null, "xyz", null, null, null, 1, 0))).isFalse();
    }
}
