package dev.socketscope.engine.api;

import java.nio.file.Path;
import java.util.List;

/** Whether browsers connect by TLS, and how the engine proves to them who it is. */
public sealed interface ListenerTls {
    /** Plain HTTP. */
    record Off() implements ListenerTls {}

    /** A certificate that somebody has brought. */
    record Files(KeyFiles files) implements ListenerTls {}

    /**
     * Certificates of a local authority, made when they are needed.
     *
     * @param folder where the authority is kept, readable by its owner only; made when it is missing
     * @param names host names and addresses that the certificate is for, beside those of this machine and of the routes
     */
    record SelfSigned(Path folder, List<String> names) implements ListenerTls {
        public SelfSigned {
            names = List.copyOf(names);
        }
    }

    ListenerTls OFF = new Off();

    default boolean on() {
        return !(this instanceof Off);
    }
}
