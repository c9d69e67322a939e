package dev.socketscope.app;

import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.live.EngineChoice;
import dev.socketscope.app.live.Engines;
import dev.socketscope.app.live.Recordable;
import dev.socketscope.engine.cli.ControlAccess;
import dev.socketscope.engine.config.ConfigException;
import dev.socketscope.engine.recording.Recording;
import dev.socketscope.engine.remote.LinkStatus;
import dev.socketscope.engine.remote.RemoteEngine;
import java.io.IOException;
import java.nio.file.Path;

/** Makes the engines that a window can show. */
final class Linking implements Engines.Linker {
    /** @param control URL of the way to it */
    static EngineChoice remote(RemoteEngine engine, ControlAccess way, String control) {
        return new EngineChoice(engine, way.metrics(), () -> told(engine, LinkStatus.State.AWAY, "link.away"),
                () -> told(engine, LinkStatus.State.POLLING, "link.polling"), control,
                Recordable.impossible(Strings.of("record.elsewhere")));
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

    /** What was recorded, as it was. */
    static EngineChoice recorded(Recording recording) {
        return new EngineChoice(recording, () -> "", () -> "", recording.file().toString(),
                Recordable.impossible(Strings.of("record.recorded")));
    }

    @Override
    public EngineChoice open(Path file) throws IOException {
        return recorded(Recording.open(file));
    }

    private static String told(RemoteEngine engine, LinkStatus.State state, String text) {
        LinkStatus link = engine.link();
        return link.state() == state ? Strings.of(text, link.detail()) : "";
    }
}
