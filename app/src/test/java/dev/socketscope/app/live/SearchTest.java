package dev.socketscope.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.app.fake.FakeTraffic;
import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Connection.State;
import dev.socketscope.engine.api.FilterException;
import org.junit.jupiter.api.Test;

class SearchTest {
    private final Connection hmr = FakeTraffic.connection("ws_1", "/_hmr", null, 1, State.OPEN);
    private final Search search = new Search(expression -> {
        if (expression.contains("(")) {
            throw new FilterException("Expected a word", expression.indexOf('('));
        }
        return connection -> connection.path().equals(expression);
    });

    @Test
    void aGoodExpressionIsInForceAtOnce() {
        search.type("/echo");

        assertThat(search.expression().get()).isEqualTo("/echo");
        assertThat(search.connections().get().test(hmr)).isFalse();
    }

    @Test
    void aWrongOneIsToldAndTheOneBeforeStaysInForce() {
        search.type("/_hmr");
        search.type("/_hmr (");

        assertThat(search.mistake().get()).isEqualTo(new Search.Mistake("/_hmr (", "Expected a word", 6));
        assertThat(search.expression().get()).isEqualTo("/_hmr");
        assertThat(search.connections().get().test(hmr)).isTrue();
    }

    @Test
    void nothingTypedMeansEverything() {
        search.type("(");
        search.type("  ");

        assertThat(search.mistake().get()).isNull();
        assertThat(search.expression().get()).isEmpty();
        assertThat(search.connections().get().test(hmr)).isTrue();
    }
}
