package dev.socketscope.app;

import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.live.EngineChoice;
import dev.socketscope.app.live.Engines;
import dev.socketscope.engine.cli.ControlAccess;
import dev.socketscope.engine.config.ConfigException;
import dev.socketscope.engine.remote.LinkStatus;
import dev.socketscope.engine.remote.RemoteEngine;
import java.io.IOException;

/** Makes the engines that a window can show. */
final class Linking implements Engines.Linker {
    /** @param control URL of the way to it */
    static EngineChoice remote(RemoteEngine engine, ControlAccess way, String control) {
        return new EngineChoice(engine, way.metrics(), () -> away(engine), control);
    }

    @Override
    public EngineChoice link(String control, String token) throws IOException, InterruptedException {
        try {
            ControlAccess way = token.isEmpty() ? ControlAccess.of(control, null)
                    : ControlAccess.withToken(control, token);
            return remote(way.connect(), way, control);
        } catch (ConfigException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static String away(RemoteEngine engine) {
        LinkStatus link = engine.link();
        return link.state() == LinkStatus.State.AWAY ? Strings.of("link.away", link.detail()) : "";
    }
}
