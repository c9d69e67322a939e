package dev.socketscope.app.settings;

import dev.socketscope.app.controls.Units;
import dev.socketscope.engine.api.EngineInfo;
import java.util.List;

/** The bounds that an engine keeps, by their keys in the configuration. */
final class EngineBounds {
    /** @param key as the configuration file spells it, for example {@code capture.maxBytes} */
    record Bound(String key, String value) {}

    private EngineBounds() {}

    static List<Bound> of(EngineInfo engine) {
        return List.of(new Bound("listen", engine.listen()),
                new Bound("capture.maxBytes", Units.bytes(engine.capture().maxBytes())),
                new Bound("capture.maxPayload", Units.bytes(engine.capture().maxPayload())),
                new Bound("limits.maxConnections", Units.count(engine.limits().maxConnections())),
                new Bound("limits.maxPending", Units.count(engine.limits().maxPending())),
                new Bound("limits.maxFrame", Units.bytes(engine.limits().maxFrame())),
                new Bound("limits.handshakeTimeout", engine.limits().handshakeTimeout().toSeconds() + " s"));
    }

}
