package dev.socketscope.app.shell;

import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.live.EngineChoice;
import dev.socketscope.engine.api.EngineInfo;

/** How engines are called where several may stand beside each other. */
final class EngineNames {
    private EngineNames() {}

    /** {@code :9000 → http://127.0.0.1:5173}. */
    static String way(EngineInfo info) {
        return ":" + info.listen().substring(info.listen().lastIndexOf(':') + 1) + " → " + target(info);
    }

    /** Where it runs: {@code this process}, or the control port through which it is reached. */
    static String place(EngineChoice choice) {
        return choice.control().isEmpty() ? Strings.of("engines.here") : address(choice.control());
    }

    /** Name and way in one line. */
    static String line(EngineChoice choice) {
        EngineInfo info = choice.engine().info();
        return info.name() + "  " + way(info);
    }

    /** A control port's URL without what all of them have. */
    static String address(String control) {
        return control.replaceFirst("^http://", "");
    }

    private static String target(EngineInfo info) {
        return info.routes().size() == 1 ? info.routes().getFirst().upstream()
                : Strings.of("engine.routes", Integer.toString(info.routes().size()));
    }
}
