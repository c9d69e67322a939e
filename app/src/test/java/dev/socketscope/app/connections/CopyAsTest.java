package dev.socketscope.app.connections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.app.fake.FakeTraffic;
import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Connection.State;
import org.junit.jupiter.api.Test;

class CopyAsTest {
    private static final String URL = "ws://3000-abc123.sandbox.localhost:9000/_hmr?token=";
    private static final String ORIGIN = "http://3000-abc123.sandbox.localhost:9000";

    private final Connection connection = FakeTraffic.connection("ws_1", "/_hmr", "vite-hmr", 1, State.OPEN);
    private final CopyAs masked = new CopyAs(connection, false);
    private final CopyAs open = new CopyAs(connection, true);

    @Test
    void tokensAndCookiesAreHiddenUnlessAskedFor() {
        assertThat(masked.url()).isEqualTo(URL + "••••••");
        assertThat(open.url()).isEqualTo(URL + "k3yf0rv1te");
        assertThat(masked.curl()).contains("-H 'Cookie: ••••••'").doesNotContain("s3cr3t");
        assertThat(open.curl()).contains("-H 'Cookie: session=s3cr3t'");
    }

    @Test
    void curlGetsTheHeadersThatItDoesNotMakeItself() {
        assertThat(open.curl()).isEqualTo("curl -N '" + URL + "k3yf0rv1te' -H 'Origin: " + ORIGIN
                + "' -H 'Cookie: session=s3cr3t' -H 'Sec-WebSocket-Protocol: vite-hmr'");
    }

    @Test
    void wscatHasFlagsForOriginAndSubprotocol() {
        assertThat(open.wscat()).isEqualTo("wscat -c '" + URL + "k3yf0rv1te' -o '" + ORIGIN
                + "' -H 'Cookie: session=s3cr3t' -s 'vite-hmr'");
    }

    @Test
    void websocatHasFlagsForOriginAndSubprotocol() {
        assertThat(open.websocat()).isEqualTo("websocat --origin '" + ORIGIN
                + "' -H='Cookie: session=s3cr3t' --protocol 'vite-hmr' '" + URL + "k3yf0rv1te'");
    }

    @Test
    void quotesInAPathCannotEndTheQuoting() {
        Connection nasty = FakeTraffic.connection("ws_2", "/a'; rm -rf '", null, 1, State.OPEN);

        assertThat(new CopyAs(nasty, false).curl()).contains("/a'\\''; rm -rf '\\''?token=");
    }
}
