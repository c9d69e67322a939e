package dev.socketscope.engine.config;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The {@code control} section of a configuration file.
 *
 * @param listen where the control API listens; empty when the file leaves it open
 * @param tokenFile the file that keeps its token; empty when the file leaves it open
 */
public record ControlSettings(Optional<InetSocketAddress> listen, Optional<Path> tokenFile) {
    /** What a file without the section says. */
    public static final ControlSettings NONE = new ControlSettings(Optional.empty(), Optional.empty());

    static ControlSettings read(Section section) {
        ControlSettings settings = new ControlSettings(section.read("listen", Syntax.address()),
                section.read("tokenFile", Syntax.file()));
        section.finish();
        return settings;
    }
}
