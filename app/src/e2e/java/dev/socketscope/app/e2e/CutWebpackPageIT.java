package dev.socketscope.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Direction;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A page of webpack-dev-server, whose line to the server is cut: its hash tells it what it has missed. */
@Timeout(180)
class CutWebpackPageIT {
    @Test
    void anEditDuringTheCutIsHotOnThePageAfterwards() throws IOException {
        try (HotPage page = new HotPage("cut-webpack", DevServer.webpack("cut-webpack"), "src/title.js")) {
            page.open();
            page.awaitMessage(Direction.TO_CLIENT, "ok");
            for (CutLine.Kind kind : new CutLine.Kind[]{CutLine.Kind.RST, CutLine.Kind.FIN}) {
                page.cut(kind, Duration.ZERO, () -> {
                    page.edit(kind == CutLine.Kind.RST ? HotPage.FIRST : "Version RST", "Version " + kind);
                    page.socket(c -> c.state() == Connection.State.UPSTREAM_AWAY);
                });
                page.showsTitle("Version " + kind);
                page.isTheSame();
            }
            assertThat(page.browser().sockets()).as("the browser noticed nothing").hasSize(1);
            page.speaks("webpack");
        }
    }
}
