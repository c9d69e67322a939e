package dev.socketscope.engine.api;

/**
 * What a fault does, without when and to whom. The five kinds are the five places at which the engine asks for faults, in the
 * order in which a connection comes to them.
 */
public sealed interface FaultSpec permits HandshakeFault, ControlFault, MessageFault, TransportFault, EndingFault {
    default FaultType type() {
        return FaultType.of(this);
    }
}
