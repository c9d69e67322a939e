package dev.socketscope.engine.fault;

import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.Names;
import dev.socketscope.engine.fault.HandshakeDecision.Outcome;

/** Ends the client's TCP connection instead of answering its upgrade. */
record DropHandshake(FaultRule rule, Command.Mode mode) implements HandshakeAct {
    @Override
    public String detail() {
        return "handshake dropped with " + Names.of(mode);
    }

    @Override
    public Outcome outcome() {
        return new Outcome.Drop(mode, rule.id());
    }
}
