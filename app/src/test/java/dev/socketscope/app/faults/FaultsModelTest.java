package dev.socketscope.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.app.fake.FakeTraffic;
import dev.socketscope.app.scope.Scopes;
import dev.socketscope.app.scope.Targets;
import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Connection.State;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.EndingFault;
import dev.socketscope.engine.api.Fault;
import dev.socketscope.engine.api.FaultMatch;
import dev.socketscope.engine.api.FaultPreset;
import dev.socketscope.engine.api.FaultType;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FaultsModelTest {
    private final Armed armed = new Armed();
    private final FaultsModel model = new FaultsModel(armed, Armed.CLOCK, () -> Runnable::run);

    @AfterEach
    void close() {
        armed.close();
    }

    @Test
    void everyTypeHasACardThatFollowsTheChosenScopeAsFarAsItCan() {
        model.target().set(FaultMatch.ANY.onPath("/_hmr"));
        model.direction().set(Direction.TO_UPSTREAM);
        model.probability().set("10 %");

        assertThat(model.cards()).extracting(card -> card.draft().type()).containsExactly(FaultType.values());
        assertThat(Scopes.words(card(FaultType.LATENCY).scope().get())).isEqualTo("/_hmr ↑");
        assertThat(Scopes.words(card(FaultType.FLAP).scope().get())).isEqualTo("/_hmr");
        assertThat(card(FaultType.FLAP).draft().text(Draft.PROBABILITY).get()).isEqualTo("100 %");
    }

    @Test
    void aCardThatIsSwitchedOffFollowsTheChosenScopeAgain() {
        card(FaultType.DROP).turn(true);
        model.target().set(FaultMatch.ANY.onPath("/echo"));
        assertThat(Scopes.words(card(FaultType.DROP).scope().get())).isEqualTo("all");

        card(FaultType.DROP).turn(false);

        assertThat(Scopes.words(card(FaultType.DROP).scope().get())).isEqualTo("/echo");
    }

    @Test
    void aLinkIsCutForTheChosenConnectionsAndTimeAndRestored() {
        model.target().set(FaultMatch.ANY.onConnection("ws_1"));
        model.direction().set(Direction.TO_CLIENT);
        model.cut().draft().text(CutModel.RESTORE_AFTER).set("15 s");

        model.cut().cutNow();
        model.follow(armed.state(Armed.NOW));

        Fault cut = armed.faults().getFirst();
        assertThat(cut.spec()).isInstanceOf(EndingFault.Cut.class);
        assertThat(cut.match()).isEqualTo(FaultMatch.ANY.onConnection("ws_1"));
        assertThat(cut.duration()).isEqualTo(Duration.ofSeconds(15));
        assertThat(model.cut().cuts().get()).hasSize(1);

        model.cut().restore();
        model.follow(armed.state(Armed.NOW));

        assertThat(armed.faults()).isEmpty();
        assertThat(model.cut().cuts().get()).isEmpty();
    }

    @Test
    void aCutThatCannotBeIsExplained() {
        model.cut().draft().text("mode").set("close");
        model.cut().draft().text("code").set("1006");

        model.cut().cutNow();

        assertThat(model.cut().problem().get()).startsWith("code: got 1006, expected");
    }

    @Test
    void aHopIsArmedForTheChosenConnectionsAndKnownByItsLabel() {
        model.target().set(FaultMatch.ANY.onPath("/_hmr"));

        model.hops().arm(FaultPreset.TRAIN);
        model.follow(armed.state(Armed.NOW));

        assertThat(armed.faults()).isEqualTo(FaultPreset.TRAIN.faults(FaultMatch.ANY.onPath("/_hmr")));
        assertThat(model.hops().armed().get()).containsExactly(FaultPreset.TRAIN);

        model.hops().disarm(FaultPreset.TRAIN);
        model.follow(armed.state(Armed.NOW));

        assertThat(armed.faults()).isEmpty();
        assertThat(model.hops().armed().get()).isEmpty();
    }

    @Test
    void ofAHopEverythingIsArmedOrNothing() {
        armed.refuse("disarm some first");

        model.hops().arm(FaultPreset.TRAIN);

        assertThat(armed.faults()).isEmpty();
        assertThat(model.hops().problem().get()).isEqualTo("disarm some first");
    }

    @Test
    void thereIsEverythingToChooseFromThatIsLiveButNeverTooMuch() {
        List<Connection> live = IntStream.range(0, 100)
                .mapToObj(i -> FakeTraffic.connection("ws_" + i, "/p" + i % 3, null, 0, State.OPEN))
                .toList();

        Targets targets = Targets.of(armed.engine.info(), live);

        assertThat(targets.choices()).extracting(Targets.Choice::words)
                .startsWith("everything", "route */", "path /p0", "path /p1", "path /p2")
                .contains("connection ws_99  /p0")
                .hasSizeLessThan(2 * Targets.MOST);
        assertThat(targets.left()).isEqualTo(60);
    }

    private CardModel card(FaultType type) {
        return model.cards().get(type.ordinal());
    }
}
