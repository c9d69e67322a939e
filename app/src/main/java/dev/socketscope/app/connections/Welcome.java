package dev.socketscope.app.connections;

import dev.socketscope.app.controls.EmptyState;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.engine.api.EngineInfo;
import javafx.scene.Parent;
import org.kordamp.ikonli.feather.Feather;

/** What the panel says before the first connection: how to get one. */
final class Welcome {
    private Welcome() {}

    static Parent node(EngineInfo info) {
        String url = info.url();
        String upstream = info.routes().isEmpty() ? "" : info.routes().getFirst().upstream();
        return new EmptyState(Feather.RADIO, Strings.of("welcome.title"), Strings.of("welcome.text", upstream),
                EmptyState.line(Strings.of("welcome.open"), url),
                EmptyState.line(Strings.of("welcome.socket"), "websocat " + url.replaceFirst("^http", "ws") + "/"),
                EmptyState.line(Strings.of("welcome.target"), "./socketscope --target http://localhost:5173"));
    }
}
