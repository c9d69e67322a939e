package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Opcode;
import dev.socketscope.engine.resume.SyncRequest;
import java.util.Optional;

/**
 * Answers a resumed client that asks for what it has missed. The question never reaches the upstream. A client that counts has missed
 * nothing and gets no answer.
 */
final class SyncReader implements MessageReader {
    private final Tunnel tunnel;
    private final boolean counts;

    SyncReader(Tunnel tunnel, boolean counts) {
        this.tunnel = tunnel;
        this.counts = counts;
    }

    @Override
    public boolean takes(Direction direction, Opcode opcode, byte[] payload, boolean away) {
        if (opcode != Opcode.TEXT) {
            return false;
        }
        Optional<SyncRequest> sync = SyncRequest.parse(payload);
        if (sync.isPresent() && !counts) {
            tunnel.flow(Direction.TO_CLIENT).gate().sendAgain(sync.get(), new BufferedReplay());
        }
        return sync.isPresent();
    }
}
