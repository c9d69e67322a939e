package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Opcode;
import dev.socketscope.engine.resume.MessageLog;
import dev.socketscope.engine.resume.SyncRequest;
import dev.socketscope.engine.ws.FrameDecoder;
import io.netty.buffer.ByteBuf;
import java.util.List;

/**
 * Looks at single frames of one direction where that is needed: while the destination is away, where sent messages are kept for a
 * peer that may ask for them again, where somebody reads along, and where a pong answers the engine's own ping.
 */
final class FrameGate {
    /** The beginning of a longer frame is passed on before its end has come; nobody is held up by large messages. */
    private static final int WHOLE = 64 << 10;

    private final Tunnel tunnel;
    private final Direction direction;
    private final Flow flow;
    private final Collected collected;
    private final KeptMessages kept;
    private final Obstacles obstacles;
    private final ReadAlong readers;
    private boolean discards;

    FrameGate(Tunnel tunnel, Direction direction, Flow flow) {
        this.tunnel = tunnel;
        this.direction = direction;
        this.flow = flow;
        this.kept = new KeptMessages(tunnel.policy().buffer());
        this.collected = new Collected(tunnel.policy().buffer().maxBytes());
        this.obstacles = new Obstacles(tunnel, direction, flow, this);
        this.readers = new ReadAlong(tunnel, direction);
    }

    private boolean away() {
        return flow.destination().away();
    }

    /** Whether frames have to be handed in one by one. */
    boolean needed() {
        return kept.keepsSent() || readers.anybody() || away() || collected.skips() || obstacles.any();
    }

    /** What messages have to get past on their way to the destination. */
    Obstacles obstacles() {
        return obstacles;
    }

    void flush() {
        flow.flush();
    }

    /** What waits for the destination, or may be sent to it again. */
    KeptMessages kept() {
        return kept;
    }

    /** Who sees whole messages before they leave. */
    ReadAlong readers() {
        return readers;
    }

    /** The engine is about to send a frame of its own. A message counts like any other; nothing comes behind a Close. */
    void injecting(EngineFrame frame) {
        if (frame.opcode() == Opcode.CLOSE) {
            obstacles.letGoLate();
        } else if (!frame.opcode().isControl()) {
            kept.sent(frame.opcode(), frame.bytes());
        }
    }

    /** Sends again what came after a time or a number. */
    void sendAgain(SyncRequest sync, Replay replay) {
        if (away()) {
            return;
        }
        for (MessageLog.Message message : kept.after(sync)) {
            flow.write(replay.toWire(message));
        }
        flow.flush();
    }

    /** Whether the present frame is too long to wait for its end. */
    boolean tooLong(FrameDecoder frame) {
        if (frame.lost()) {
            return true;
        }
        long limit = away() || kept.keepsSent() || obstacles.any()
                ? Math.max(WHOLE, tunnel.policy().buffer().maxBytes())
                : readers.anybody() ? ReadAlong.LONGEST : WHOLE;
        return frame.insidePayload() && frame.payloadLength() > limit;
    }

    /** True when the frame is dealt with; then its bytes are the gate's. */
    boolean takes(WireFrame frame) {
        Opcode opcode = frame.opcode();
        if ((opcode == Opcode.PING || opcode == Opcode.PONG) && obstacles.control(frame)) {
            return true;
        }
        if (opcode == Opcode.PONG && tunnel.upkeep().answered(direction.source(), frame)) {
            frame.bytes().release();
            return true;
        }
        if (opcode == Opcode.CLOSE) {
            return close(frame);
        }
        if (opcode.isControl() || opcode == Opcode.RESERVED) {
            return away() && answers(frame);
        }
        return message(frame);
    }

    /** Nobody else is there to answer a ping (RFC 6455 §5.5.2). */
    private boolean answers(WireFrame frame) {
        if (frame.opcode() == Opcode.PING) {
            tunnel.to(direction.source())
                    .inject(new EngineFrame(direction.source(), Opcode.PONG, frame.payload()));
        }
        frame.bytes().release();
        return true;
    }

    private boolean close(WireFrame frame) {
        if (!away() && !tunnel.survival().closeIsLoss(direction.source(), CloseWatch.code(frame.payload()))) {
            return obstacles.close(frame);
        }
        frame.bytes().release();
        return true;
    }

    private boolean message(WireFrame frame) {
        boolean begins = frame.opcode() != Opcode.CONTINUATION;
        if (begins) {
            collected.clear();
        }
        boolean keptBack = begins ? obstacles.holdBack() : collected.held();
        if (keptBack && !away() && !collected.fits(frame)) {
            streamBeginning();
            keptBack = false;
        }
        boolean taken = away() || keptBack;
        if (begins && frame.fin() && !taken && !kept.keepsSent()) {
            // Only readers want it, and they can read it where it stands.
            return readers.takes(frame, true, false);
        }
        if (begins && frame.fin() && taken && collected.fits(frame)) {
            take(frame);
            return true;
        }
        boolean whole = collected.add(frame, taken);
        if (whole && readers.takes(frame, collected.frames() == 1, taken)) {
            collected.clear();
            return true;
        }
        if (whole) {
            finished(taken);
        } else if (frame.fin() && collected.skips()) {
            skipped();
        }
        if (taken) {
            frame.bytes().release();
        }
        return taken;
    }

    /** A message in one frame need not be collected. */
    private void take(WireFrame message) {
        if (!readers.takes(message, true, true)) {
            obstacles.message(new WireMessage(message.opcode(), message.copy()));
            message.bytes().release();
        }
    }

    private void finished(boolean taken) {
        Opcode opcode = Opcode.of(collected.opcode());
        if (taken) {
            obstacles.message(new WireMessage(opcode, collected.bytes()));
        } else if (kept.keepsSent()) {
            kept.sent(opcode, collected.bytes());
        }
        collected.clear();
    }

    /** Sends a whole message, or keeps it for a destination that is away. */
    void send(Opcode opcode, byte[] wire) {
        if (away()) {
            tunnel.survival().dropped(direction, kept.waits(opcode, wire), "buffer");
            tunnel.survival().record().count();
            return;
        }
        kept.sent(opcode, wire);
        flow.write(wire);
    }

    /** A control frame that was late; takes ownership. */
    void late(WireFrame frame) {
        if (frame.opcode() == Opcode.PONG && tunnel.upkeep().answered(direction.source(), frame)) {
            frame.bytes().release();
        } else {
            late(frame.bytes());
        }
    }

    /** A whole frame that was late; takes ownership. */
    void late(ByteBuf bytes) {
        if (away()) {
            bytes.release();
        } else {
            flow.write(bytes);
        }
    }

    private void skipped() {
        collected.clear();
        kept.skipped();
    }

    /** The first bytes of a frame that is too long to wait for. */
    void firstPart(ByteBuf part, FrameDecoder frame) {
        discards = away();
        if (!discards) {
            streamBeginning();
        }
        collected.skip();
        readers.missed();
        if (discards && !frame.lost()) {
            tunnel.survival().dropped(direction, 1, "buffer.maxBytes");
        }
        part(part);
    }

    void part(ByteBuf part) {
        if (discards || away()) {
            part.release();
        } else {
            flow.write(part);
        }
    }

    void lastPart(ByteBuf part, boolean endsMessage) {
        part(part);
        discards = false;
        if (endsMessage) {
            skipped();
        }
    }

    /** Whether the destination has been sent the beginning of the message that is under way. */
    boolean passedBeginning() {
        return !collected.held();
    }

    void sourceLost() {
        collected.clear();
        discards = false;
    }

    /** @param inside whether the destination has been sent the beginning of a message and not its end */
    void destinationLost(boolean inside) {
        kept.destinationLost();
        if (!inside || collected.held()) {
            return;
        }
        if (kept.keepsSent() && collected.frames() > 0) {
            collected.hold();
        } else {
            collected.skip();
            discards = true;
            tunnel.survival().dropped(direction, 1, "the message that was under way");
        }
    }

    /**
     * The destination is there again: what waits is sent to it, in order.
     *
     * @param received how many messages it has; negative when it has not said, and then nothing is sent twice
     * @return how many were sent; none when its socket turns out to be broken already
     */
    int destinationBack(long received, Replay replay) {
        if (away()) {
            return 0;
        }
        discards = false;
        tunnel.survival().dropped(direction, kept.expire(), "buffer.maxAge");
        List<MessageLog.Message> waiting = kept.take(received);
        for (MessageLog.Message message : waiting) {
            flow.write(replay.toWire(message), () -> kept.left(message));
        }
        if (!obstacles.holdBack()) {
            passHeldFrames();
        }
        flow.flush();
        return waiting.size();
    }

    /** A message turns out to be too long to wait for its end: nothing of it is kept back, nor what came before it. */
    private void streamBeginning() {
        obstacles.letGoAll();
        passHeldFrames();
    }

    /** The beginning of a message whose end is still to come. */
    private void passHeldFrames() {
        if (collected.held()) {
            flow.write(collected.bytes());
            collected.passed(kept.keepsSent());
        }
    }

    long heldBytes() {
        return collected.size() + kept.bytes() + obstacles.bytes();
    }
}
