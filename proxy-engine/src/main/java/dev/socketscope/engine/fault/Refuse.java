package dev.socketscope.engine.fault;

import dev.socketscope.engine.api.HandshakeFault;
import dev.socketscope.engine.fault.HandshakeDecision.Outcome;

/** Answers an upgrade in the upstream's place. */
record Refuse(FaultRule rule, HandshakeFault.Refuse spec) implements HandshakeAct {
    @Override
    public String detail() {
        return "handshake refused with " + spec.status();
    }

    @Override
    public Outcome outcome() {
        return new Outcome.Refuse(spec.status(), spec.headers(), spec.body(), rule.id());
    }
}
