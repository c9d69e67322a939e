package dev.socketscope.engine.ws;

import dev.socketscope.engine.api.CloseCode;
import dev.socketscope.engine.api.Opcode;

/** Judges the frames of one direction by RFC 6455 §5 and RFC 7692 §6, and reports what breaks a rule. */
final class FrameRules {
    private static final int RSV1 = 0x40;
    private static final int RSV2_AND_3 = 0x30;
    private static final int CONTROL_BIT = 0x08;
    private static final int LONGEST_CONTROL = 125;

    private final boolean fromClient;
    private final boolean compressionAgreed;

    FrameRules(boolean fromClient, boolean compressionAgreed) {
        this.fromClient = fromClient;
        this.compressionAgreed = compressionAgreed;
    }

    /** Whether the frame carries a message or a part of one; reserved opcodes do not count. */
    static boolean isData(int firstByte) {
        return (firstByte & 0x0F) <= 2;
    }

    void header(FrameDecoder frame, FrameSink sink) {
        int first = frame.firstByte();
        if (hasUndefinedBit(first)) {
            sink.violation(frame, Violation.RESERVED_BITS);
        }
        if (frame.opcode() == Opcode.RESERVED) {
            sink.violation(frame, Violation.RESERVED_OPCODE);
        }
        if (frame.masked() != fromClient) {
            sink.violation(frame, fromClient ? Violation.UNMASKED_FROM_CLIENT : Violation.MASKED_FROM_SERVER);
        }
        if (!frame.lengthIsMinimal()) {
            sink.violation(frame, Violation.LENGTH_NOT_MINIMAL);
        }
        if ((first & CONTROL_BIT) != 0) {
            control(frame, sink);
        } else if (isData(first)) {
            data(frame, sink);
        }
    }

    private boolean hasUndefinedBit(int first) {
        boolean startsMessage = isData(first) && Opcode.of(first) != Opcode.CONTINUATION;
        boolean rsv1Allowed = compressionAgreed && startsMessage;
        return (first & RSV2_AND_3) != 0 || (first & RSV1) != 0 && !rsv1Allowed;
    }

    private static void control(FrameDecoder frame, FrameSink sink) {
        if (!frame.fin()) {
            sink.violation(frame, Violation.FRAGMENTED_CONTROL);
        }
        if (frame.payloadLength() > LONGEST_CONTROL) {
            sink.violation(frame, Violation.CONTROL_TOO_LONG);
        }
    }

    private static void data(FrameDecoder frame, FrameSink sink) {
        boolean continues = frame.opcode() == Opcode.CONTINUATION;
        if (continues && !frame.insideMessage()) {
            sink.violation(frame, Violation.CONTINUATION_WITHOUT_START);
        } else if (!continues && frame.insideMessage()) {
            sink.violation(frame, Violation.MESSAGE_INSIDE_MESSAGE);
        }
    }

    void end(FrameDecoder frame, FrameSink sink) {
        if (frame.opcode() != Opcode.CLOSE) {
            return;
        }
        if (frame.payloadLength() == 1) {
            sink.violation(frame, Violation.CLOSE_OF_ONE_BYTE);
        } else if (frame.payloadLength() > 1 && !CloseCode.mayStandOnWire(frame.closeCode())) {
            sink.violation(frame, Violation.CLOSE_CODE);
        }
    }
}
