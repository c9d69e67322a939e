package dev.socketscope.engine.fault;

import dev.socketscope.engine.fault.HandshakeDecision.Outcome;

/** Leaves an upgrade without an answer. */
record HangHandshake(FaultRule rule) implements HandshakeAct {
    @Override
    public String detail() {
        return "handshake left without an answer";
    }

    @Override
    public Outcome outcome() {
        return new Outcome.Hang(rule.id());
    }
}
