package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.CloseCode;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Opcode;
import dev.socketscope.engine.fault.Pacing;
import dev.socketscope.engine.ws.FrameDecoder;
import io.netty.buffer.ByteBuf;
import java.nio.ByteBuffer;

/**
 * One direction of a tunnel: takes what the source sends, lets the decoder look at it, and passes it on as it came.
 *
 * <pre>
 *   read ─► FrameDecoder looks ─► nothing to do ──────────────────────────► written as it came
 *                                 │
 *                                 └ frames to be looked at ─► FrameGate ─┬► written as it came
 *                                   one by one                           ├► kept for a peer that is away
 *                                                                        └► swallowed: the answer to our own ping
 * </pre>
 *
 * Where the tunnel may have to go on after a loss, the beginning of a short frame waits for its end, so that no peer is ever left
 * in the middle of one.
 */
final class Flow {
    private static final int FIN = 0x80;

    private final Direction direction;
    private final Tunnel tunnel;
    private final TunnelLeg source;
    private final TunnelLeg destination;
    private final FrameMarks marks;
    private final TrafficCounter traffic;
    private final TrafficCounter loopTraffic;
    private final PartialFrame partial;
    private final Insertions insertions;
    private final FrameGate gate;
    private final Outlet outlet;
    private long lastBytesNanos = System.nanoTime();
    private FrameDecoder decoder;
    private FrameRecorder recorder;
    private long messages;
    private boolean ended;
    private boolean closeReported;

    Flow(Direction direction, Tunnel tunnel, TunnelLeg source, TunnelLeg destination, LoopState loop) {
        this.direction = direction;
        this.tunnel = tunnel;
        this.source = source;
        this.destination = destination;
        this.marks = loop.marks();
        this.traffic = tunnel.connection().traffic(direction);
        this.loopTraffic = loop.traffic(direction);
        this.partial = new PartialFrame(source.channel().alloc());
        this.gate = new FrameGate(tunnel, direction, this);
        this.outlet = new Outlet(tunnel, destination, this::destinationWritable);
        this.insertions = new Insertions(this, outlet);
        this.decoder = tunnel.newDecoder(direction);
        this.recorder = tunnel.newRecorder(direction);
    }

    FrameGate gate() {
        return gate;
    }

    /** Takes ownership of the bytes. */
    void pass(ByteBuf bytes) {
        int length = bytes.readableBytes();
        long start = decoder.streamOffset();
        long now = System.nanoTime();
        marks.clear();
        lastBytesNanos = now;
        recorder.beginRead(now, marks, destination.away() || gate.obstacles().holdBack() || outlet.paced());
        decoder.feed(view(bytes), recorder);
        recorder.endRead();
        messages += recorder.messages();
        traffic.add(recorder.frames(), recorder.messages(), length);
        loopTraffic.add(recorder.frames(), recorder.messages(), length);
        tunnel.alive(now, recorder.frames(), recorder.ownPongs());
        forward(bytes, start);
        if (recorder.close().seen() && !closeReported) {
            closeReported = true;
            tunnel.ending().closeFrame(direction.source(), recorder.close());
        }
        if (!ended && full()) {
            source.channel().config().setAutoRead(false);
        }
    }

    private boolean full() {
        return gate.obstacles().full() || outlet.full();
    }

    /** When bytes last came, from whichever socket. */
    long lastBytesNanos() {
        return lastBytesNanos;
    }

    /** Bytes leave as the transport faults let them, from now on. */
    void pace(Pacing pacing) {
        if (outlet.pace(pacing)) {
            start();
        }
    }

    /** Runs as soon as nothing of what has come is held up by a fault. Nothing may come any more. */
    void whenDrained(Runnable task) {
        gate.obstacles().whenEmpty(() -> outlet.whenDrained(task));
    }

    private static ByteBuffer view(ByteBuf bytes) {
        return bytes.nioBufferCount() == 1 ? bytes.internalNioBuffer(bytes.readerIndex(), bytes.readableBytes())
                : bytes.nioBuffer();
    }

    private void forward(ByteBuf bytes, long start) {
        if (ended) {
            bytes.release();
        } else if (recorder.oversized() != FrameRecorder.NONE) {
            cutBefore(bytes, recorder.oversized() - start);
        } else if (gate.needed() || recorder.ownPongs() > 0 || closesAfterLoss()) {
            passFrames(bytes, start);
        } else {
            passWhole(bytes, start);
        }
    }

    /** Whether this read ends with a Close frame that may have to be kept from the destination. */
    private boolean closesAfterLoss() {
        return recorder.close().seen() && tunnel.survival().closeIsLoss(direction.source(), recorder.close().code());
    }

    /** Nothing has to be done to single frames. */
    private void passWhole(ByteBuf bytes, long start) {
        boolean streams = partial.streams() && marks.count() == 0;
        boolean whole = decoder.atFrameBoundary();
        boolean waits = !whole && !streams && tunnel.wantsWholeFrames() && !gate.tooLong(decoder);
        partial.streams(!whole && !waits);
        if (!waits) {
            writePartial();
            writeAround(bytes, start);
        } else if (decoder.frameOffset() < start) {
            partial.append(bytes);
        } else {
            int complete = (int) (decoder.frameOffset() - start);
            ByteBuf rest = bytes.retainedSlice(bytes.readerIndex() + complete, bytes.readableBytes() - complete);
            writePartial();
            writeUpTo(bytes, complete);
            partial.append(rest);
        }
        if (atBoundary()) {
            insertions.send(true);
        }
    }

    /** Control frames of the engine's own go behind the first frame that has ended in this read. */
    private void writeAround(ByteBuf bytes, long start) {
        if (marks.count() == 0 || !insertions.waiting()) {
            write(bytes);
            return;
        }
        int first = (int) (marks.end(0) - start);
        write(bytes.retainedSlice(bytes.readerIndex(), first));
        insertions.send(false);
        if (ended || first == bytes.readableBytes()) {
            bytes.release();
        } else {
            write(bytes.skipBytes(first));
        }
    }

    private void passFrames(ByteBuf bytes, long start) {
        int at = 0;
        for (int i = 0; i < marks.count() && !ended; i++) {
            int end = (int) (marks.end(i) - start);
            ByteBuf part = bytes.retainedSlice(bytes.readerIndex() + at, end - at);
            at = end;
            if (partial.streams()) {
                partial.streams(false);
                gate.lastPart(part, (marks.firstByte(i) & FIN) != 0);
            } else {
                frame(new WireFrame(partial.complete(part), marks.firstByte(i), marks.headerLength(i),
                        marks.maskKey(i)));
            }
            insertions.send(false);
        }
        ByteBuf rest = bytes.skipBytes(at);
        if (ended || !rest.isReadable()) {
            rest.release();
        } else {
            beginning(rest);
        }
        if (atBoundary()) {
            insertions.send(true);
        }
    }

    private void frame(WireFrame frame) {
        if (!gate.takes(frame)) {
            outlet.writePiece(frame.bytes());
        }
    }

    /** Bytes of a frame whose end has not come yet. */
    private void beginning(ByteBuf rest) {
        if (partial.streams()) {
            gate.part(rest);
        } else if (gate.tooLong(decoder)) {
            partial.streams(true);
            gate.firstPart(partial.complete(rest), decoder);
        } else {
            partial.append(rest);
        }
    }

    /** A frame longer than allowed begins at the index; negative when its first bytes have already been passed on. */
    private void cutBefore(ByteBuf bytes, long index) {
        boolean cleanly = index >= 0;
        writePartial();
        writeUpTo(bytes, Math.max(0, index));
        if (cleanly) {
            insertions.send(EngineFrame.close(direction.source().other(), CloseCode.GOING_AWAY,
                    "the other side sent a frame that is too long"));
        }
        drop();
        tunnel.ending().byEngine().frameTooLong(direction.source(), recorder.oversizedLength());
    }

    private void writePartial() {
        if (!partial.isEmpty()) {
            write(partial.take());
        }
    }

    private void writeUpTo(ByteBuf bytes, long length) {
        if (length == 0) {
            bytes.release();
        } else {
            write(bytes.writerIndex(bytes.readerIndex() + (int) length));
        }
    }

    /** Hands bytes to the destination; takes ownership. */
    void write(ByteBuf bytes) {
        outlet.write(bytes);
    }

    /** Hands a whole message to the destination. */
    void write(byte[] message) {
        outlet.writePiece(message);
    }

    /** Hands a whole message to the destination. @param taken as {@link Outlet#write(byte[], Runnable)} says */
    void write(byte[] message, Runnable taken) {
        outlet.write(message, taken);
    }

    /** The source's present reads have all been passed on. */
    void flush() {
        outlet.flush(recorder.stamps());
    }

    /** Reads unless the destination is full. One that is broken already is never writable, and must not stop the reading. */
    void start() {
        source.channel().config().setAutoRead(ended || !full());
    }

    void destinationWritable() {
        outlet.writabilityChanged();
        if (!full() || ended) {
            source.channel().config().setAutoRead(true);
        }
    }

    /** The source has ended: what is there of an unfinished frame goes on too. */
    void sourceEnded() {
        // Without the beginning of a message, which has been kept back, more of it would be of no use.
        if (!ended && !destination.away() && gate.passedBeginning()) {
            gate.obstacles().whenEmpty(this::writePartial);
        }
        flush();
    }

    /** Nothing more is passed on; what still comes is read, looked at and dropped. */
    void drop() {
        ended = true;
        partial.clear();
        insertions.clear();
        gate.obstacles().ended();
        source.channel().config().setAutoRead(true);
    }

    /**
     * Sends a frame of the engine's own as soon as a frame may begin there, a data frame as soon as a message may.
     */
    void inject(EngineFrame frame) {
        if (ended || destination.away()) {
            return;
        }
        insertions.add(frame);
        if (atBoundary()) {
            insertions.send(true);
            flush();
        }
    }

    /** Whether a message of the engine's own would leave now: nobody is in the middle of one, and the destination takes it. */
    boolean takesMessage() {
        return !ended && !destination.away() && !full() && !insertions.waiting() && atBoundary()
                && !partOfMessageSent();
    }

    /** A message that the engine has put in the place of another is captured. */
    void note(EngineFrame frame) {
        recorder.injected(frame);
    }

    /** Whether what the destination has been sent ends with a frame. */
    private boolean atBoundary() {
        return !partial.streams() && (tunnel.wantsWholeFrames() || decoder.atFrameBoundary());
    }

    /** Tells a client about its session, before anything else. */
    void greet(EngineFrame frame) {
        insertions.sendUncounted(frame);
        flush();
    }

    /** The source's socket is gone; the next one begins a new stream of frames. */
    void sourceLost() {
        partial.clear();
        partial.streams(false);
        recorder.release();
        decoder = tunnel.newDecoder(direction);
        recorder = tunnel.newRecorder(direction);
        closeReported = false;
        gate.sourceLost();
    }

    /** Whether the destination has been sent the beginning of a message whose end would never come. */
    boolean cutsMessage() {
        return !destination.away() && partOfMessageSent() && gate.passedBeginning();
    }

    /** Whether the beginning of the message that is under way has been passed on. */
    boolean partOfMessageSent() {
        boolean begins = decoder.insidePayload() && !decoder.opcode().isControl()
                && decoder.opcode() != Opcode.CONTINUATION;
        return partial.streams() || decoder.insideMessage() && !begins;
    }

    /** Frames that wait for the destination are of a socket that is gone. */
    void destinationLost() {
        insertions.clear();
        outlet.destinationLost();
        recorder.stamps().forget();
        gate.destinationLost(partOfMessageSent());
        start();
    }

    /** Messages that have come whole from all the sockets that the source has had. */
    long messages() {
        return messages;
    }

    TunnelLeg destination() {
        return destination;
    }

    /** Whether the source has sent a ping. */
    boolean pings() {
        return recorder.pings();
    }

    CloseWatch close() {
        return recorder.close();
    }

    /** Everything that this direction holds in memory. */
    long heldBytes() {
        return outlet.heldBytes() + recorder.heldBytes() + partial.size() + gate.heldBytes();
    }

    void release() {
        ended = true;
        partial.clear();
        insertions.clear();
        gate.obstacles().release();
        outlet.release();
        recorder.release();
    }
}
