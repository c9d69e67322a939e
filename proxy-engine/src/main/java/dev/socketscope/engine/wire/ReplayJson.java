package dev.socketscope.engine.wire;

import dev.socketscope.engine.api.Names;
import dev.socketscope.engine.api.ReplayStatus;
import java.time.Instant;

/** A replay, how far it has come. */
public record ReplayJson(String id, String connection, int messages, int sent, long bytes, Instant startedAt,
        String state, String detail) {
    public static ReplayJson of(ReplayStatus r) {
        return new ReplayJson(r.id(), r.connection(), r.messages(), r.sent(), r.bytes(), r.startedAt(),
                Names.of(r.state()), r.detail());
    }

    public ReplayStatus toApi() {
        return new ReplayStatus(id, connection, messages, sent, bytes, startedAt,
                Constants.parse(ReplayStatus.State.class, "state", state), detail);
    }
}
