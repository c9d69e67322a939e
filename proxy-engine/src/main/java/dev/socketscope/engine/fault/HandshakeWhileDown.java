package dev.socketscope.engine.fault;

import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.Header;
import dev.socketscope.engine.fault.HandshakeDecision.Outcome;
import java.util.List;

/** An upgrade fails because a link is down. A client whose own link is up is told. */
record HandshakeWhileDown(Downtime downtime) implements HandshakeAct {
    private static final int BAD_GATEWAY = 502;

    @Override
    public FaultRule rule() {
        return downtime.rule();
    }

    @Override
    public String detail() {
        return downtime.concerns(Command.Legs.CLIENT)
                ? "handshake dropped: the link is down"
                : "handshake refused: the link to the upstream is down";
    }

    @Override
    public Outcome outcome() {
        String id = rule().id();
        if (downtime.concerns(Command.Legs.CLIENT)) {
            boolean resets = downtime.ending().mode() == Command.Mode.RST;
            return new Outcome.Drop(resets ? Command.Mode.RST : Command.Mode.FIN, id);
        }
        return new Outcome.Refuse(BAD_GATEWAY, List.of(new Header("Content-Type", "text/plain; charset=utf-8")),
                "Fault " + id + " keeps the link to the upstream down.\n", id);
    }
}
