package dev.socketscope.app.connections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.app.connections.ConnectionsModel.Counts;
import dev.socketscope.app.connections.ConnectionsModel.Show;
import dev.socketscope.app.fake.FakeTraffic;
import dev.socketscope.app.live.LiveConnection;
import dev.socketscope.app.live.LiveState;
import dev.socketscope.app.live.Rates;
import dev.socketscope.app.live.Readings;
import dev.socketscope.app.live.RecentEvents;
import dev.socketscope.app.live.Trend;
import dev.socketscope.engine.api.CloseInfo;
import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Connection.State;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;

class ConnectionsModelTest {
    private final ConnectionsModel model = new ConnectionsModel();
    private final LiveConnection old = live("ws_old", "/a", 100);
    private final LiveConnection young = live("ws_young", "/b", 1);
    private final LiveConnection ended = new LiveConnection(FakeTraffic.closed(live("ws_end", "/c", 5).connection(),
            new CloseInfo(CloseInfo.By.CLIENT, CloseInfo.Manner.CLOSE_FRAME, 1000, "", null)), Rates.NONE, Rates.NONE,
            Trend.EMPTY);
    private Instant now = Instant.now();

    @Test
    void liveOnesComeFirstAndTheNewestOnTop() {
        update(old, ended, young);

        assertThat(ids()).containsExactly("ws_young", "ws_old", "ws_end");
        assertThat(model.counts().get()).isEqualTo(new Counts(2, 1, 3));
    }

    @Test
    void aRowStaysTheSameObjectWhileItsConnectionChanges() {
        update(old);
        ConnectionRow row = Objects.requireNonNull(model.row("ws_old"));
        LiveConnection later = new LiveConnection(old.connection(), new Rates(5, 50), Rates.NONE, Trend.EMPTY);

        update(later);

        assertThat(model.lines()).containsExactly(row);
        assertThat(row.get()).isSameAs(later);
    }

    @Test
    void theListIsLeftAloneWhenNothingJoinsOrLeaves() {
        update(old, young);
        model.lines().addListener((ListChangeListener<Line>) change -> {
            throw new AssertionError("The list was touched: " + change);
        });

        update(new LiveConnection(old.connection(), new Rates(9, 9), Rates.NONE, Trend.EMPTY), young);

        assertThat(ids()).containsExactly("ws_young", "ws_old");
    }

    @Test
    void partAndSearchBothNarrow() {
        update(old, young, ended);

        model.show(Show.CLOSED);
        assertThat(ids()).containsExactly("ws_end");
        model.show(Show.LIVE);
        model.filter(connection -> connection.path().equals("/a"));
        assertThat(ids()).containsExactly("ws_old");
        assertThat(model.counts().get().matching()).isEqualTo(1);
    }

    @Test
    void aLiveOrderIsLookedAtOnceASecond() {
        model.order(List.of(KeyOrder.natural((LiveConnection each) -> each.toClient().messages()).reversed()));
        LiveConnection fastOld = new LiveConnection(old.connection(), Rates.NONE, new Rates(9, 9), Trend.EMPTY);
        update(old, young);
        List<String> before = ids();

        now = now.plusMillis(200);
        update(fastOld, young);
        assertThat(ids()).isEqualTo(before);

        now = now.plusMillis(900);
        update(fastOld, young);
        assertThat(ids()).containsExactly("ws_old", "ws_young");
    }

    @Test
    void whatTheEngineForgotLeavesTheTable() {
        update(old, young);
        update(young);

        assertThat(ids()).containsExactly("ws_young");
        assertThat(model.row("ws_old")).isNull();
    }

    @Test
    void aGroupStandsAboveItsConnectionsAndSumsThemUp() {
        LiveConnection another = live("ws_another", "/a", 50);
        model.group(Grouping.PATH);

        update(old, another, young, ended);

        assertThat(ids()).containsExactly("group /a", "ws_another", "ws_old", "group /b", "ws_young", "group /c",
                "ws_end");
        assertThat(model.lines().getFirst().connections()).containsExactly("ws_another", "ws_old");
        assertThat(totals(0).count()).isEqualTo(2);
        assertThat(totals(0).toClient().messages()).isEqualTo(old.connection().toClient().messages()
                + another.connection().toClient().messages());
        assertThat(totals(5).closed()).isEqualTo(1);
    }

    @Test
    void aFoldedGroupStaysFoldedAndGoesOnSumming() {
        model.group(Grouping.PATH);
        update(old, young);
        model.fold(List.of("/a"), true);
        assertThat(ids()).containsExactly("group /a", "group /b", "ws_young");

        update(new LiveConnection(old.connection(), Rates.NONE, new Rates(7, 70), Trend.EMPTY), young,
                live("ws_third", "/a", 3));

        assertThat(ids()).containsExactly("group /a", "group /b", "ws_young");
        assertThat(totals(0).count()).isEqualTo(2);
        assertThat(totals(0).perSecond()).isEqualTo(7);
        model.fold(List.of("/a"), false);
        assertThat(ids()).containsExactly("group /a", "ws_third", "ws_old", "group /b", "ws_young");
    }

    private Totals totals(int line) {
        return (Totals) model.lines().get(line).content().getValue();
    }

    private void update(LiveConnection... connections) {
        model.update(new LiveState(now, LiveState.NOTHING.counters(), Rates.NONE, Rates.NONE, List.of(connections),
                RecentEvents.NONE, Readings.NONE));
    }

    private List<String> ids() {
        return model.lines().stream().map(Line::key).toList();
    }

    private static LiveConnection live(String id, String path, long seconds) {
        Connection connection = FakeTraffic.connection(id, path, null, seconds, State.OPEN);
        return new LiveConnection(connection, Rates.NONE, Rates.NONE, Trend.EMPTY);
    }
}
