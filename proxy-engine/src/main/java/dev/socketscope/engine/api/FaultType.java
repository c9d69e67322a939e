package dev.socketscope.engine.api;

/** The kinds of faults, in the groups in which people look for them. */
public enum FaultType {
    REFUSE(Group.HANDSHAKE),
    DELAY_HANDSHAKE(Group.HANDSHAKE),
    HANG_HANDSHAKE(Group.HANDSHAKE),
    DROP_HANDSHAKE(Group.HANDSHAKE),
    LATENCY(Group.TRANSPORT),
    BANDWIDTH(Group.TRANSPORT),
    SLICE(Group.TRANSPORT),
    BLACK_HOLE(Group.TRANSPORT),
    DISCONNECT(Group.TRANSPORT),
    MAX_LIFETIME(Group.TRANSPORT),
    MAX_BYTES(Group.TRANSPORT),
    IDLE_CUT(Group.TRANSPORT),
    SLOW_CLOSE(Group.TRANSPORT),
    DROP(Group.MESSAGE),
    DUPLICATE(Group.MESSAGE),
    REORDER(Group.MESSAGE),
    DELAY_MESSAGE(Group.MESSAGE),
    CORRUPT(Group.MESSAGE),
    TRUNCATE(Group.MESSAGE),
    FRAGMENT(Group.MESSAGE),
    REPLACE(Group.MESSAGE),
    MAP(Group.MESSAGE),
    SWALLOW_PING(Group.CONTROL),
    SWALLOW_PONG(Group.CONTROL),
    DELAY_PONG(Group.CONTROL),
    VIOLATE(Group.PROTOCOL),
    CUT(Group.SCHEDULE),
    FLAP(Group.SCHEDULE);

    private final Group group;

    FaultType(Group group) {
        this.group = group;
    }

    /** Where a person looks for it. */
    public enum Group {
        HANDSHAKE, TRANSPORT, MESSAGE, CONTROL, PROTOCOL, SCHEDULE
    }

    public Group group() {
        return group;
    }

    /** The name in the control API, in scenarios and in metrics, for example {@code delay-handshake}. */
    public String wireName() {
        return Names.of(this);
    }

    static FaultType of(FaultSpec spec) {
        return switch (spec) {
            case HandshakeFault fault -> of(fault);
            case ControlFault fault -> of(fault);
            case MessageFault fault -> of(fault);
            case TransportFault fault -> of(fault);
            case EndingFault fault -> of(fault);
        };
    }

    private static FaultType of(HandshakeFault spec) {
        return switch (spec) {
            case HandshakeFault.Refuse _ -> REFUSE;
            case HandshakeFault.Delay _ -> DELAY_HANDSHAKE;
            case HandshakeFault.Hang _ -> HANG_HANDSHAKE;
            case HandshakeFault.Drop _ -> DROP_HANDSHAKE;
        };
    }

    private static FaultType of(ControlFault spec) {
        return switch (spec) {
            case ControlFault.SwallowPing _ -> SWALLOW_PING;
            case ControlFault.SwallowPong _ -> SWALLOW_PONG;
            case ControlFault.DelayPong _ -> DELAY_PONG;
        };
    }

    private static FaultType of(MessageFault spec) {
        return switch (spec) {
            case MessageFault.Drop _ -> DROP;
            case MessageFault.Duplicate _ -> DUPLICATE;
            case MessageFault.Reorder _ -> REORDER;
            case MessageFault.Delay _ -> DELAY_MESSAGE;
            case MessageFault.Corrupt _ -> CORRUPT;
            case MessageFault.Truncate _ -> TRUNCATE;
            case MessageFault.Fragment _ -> FRAGMENT;
            case MessageFault.Replace _ -> REPLACE;
            case MessageFault.MapTo _ -> MAP;
            case MessageFault.Violate _ -> VIOLATE;
        };
    }

    private static FaultType of(TransportFault spec) {
        return switch (spec) {
            case TransportFault.Latency _ -> LATENCY;
            case TransportFault.Bandwidth _ -> BANDWIDTH;
            case TransportFault.Slice _ -> SLICE;
            case TransportFault.BlackHole _ -> BLACK_HOLE;
            case TransportFault.MaxBytes _ -> MAX_BYTES;
        };
    }

    private static FaultType of(EndingFault spec) {
        return switch (spec) {
            case EndingFault.Disconnect _ -> DISCONNECT;
            case EndingFault.MaxLifetime _ -> MAX_LIFETIME;
            case EndingFault.IdleCut _ -> IDLE_CUT;
            case EndingFault.SlowClose _ -> SLOW_CLOSE;
            case EndingFault.Cut _ -> CUT;
            case EndingFault.Flap _ -> FLAP;
        };
    }
}
