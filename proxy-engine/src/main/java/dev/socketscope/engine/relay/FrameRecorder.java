package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Opcode;
import dev.socketscope.engine.journal.FrameBatch;
import dev.socketscope.engine.journal.FrameLog;
import dev.socketscope.engine.ws.FrameDecoder;
import dev.socketscope.engine.ws.FrameSink;
import dev.socketscope.engine.ws.Violation;
import java.nio.ByteBuffer;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Counts and captures what the decoder finds in one direction, and marks the places where the relay may have to cut. */
final class FrameRecorder implements FrameSink {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);
    static final long NONE = -1;

    private final RelayContext relay;
    private final WsConnection connection;
    private final Direction direction;
    private final PayloadCapture capture;
    private final InProxyStamps stamps;
    private CloseWatch close = CloseWatch.NONE;
    private @Nullable Set<Violation> reported;
    private final long maxFrame;

    private final OwnPongs ownPongs;

    private final FrameBatch batch;
    private FrameMarks marks;
    private boolean held;
    private long readNanos;
    private long messageSeq = FrameLog.ITSELF;
    private long frames;
    private long messages;
    private boolean pings;
    private long oversized;
    private long oversizedLength;

    FrameRecorder(RelayContext relay, WsConnection connection, Direction direction, PayloadCapture capture,
            long maxFrame, int pingNonce, LoopState loop) {
        this.relay = relay;
        this.connection = connection;
        this.direction = direction;
        this.capture = capture;
        this.stamps = new InProxyStamps(relay.frames(), connection.number(), direction, loop.metrics());
        this.marks = loop.marks();
        this.batch = loop.batch();
        this.ownPongs = new OwnPongs(pingNonce);
        this.maxFrame = maxFrame;
    }

    /**
     * A read begins; what the accessors tell is about this read from now on.
     *
     * @param endsOfFrames where to mark them
     * @param keptBack whether the frames of this read do not leave the engine at once
     */
    void beginRead(long nanos, FrameMarks endsOfFrames, boolean keptBack) {
        readNanos = nanos;
        marks = endsOfFrames;
        held = keptBack;
        frames = 0;
        messages = 0;
        oversized = NONE;
        ownPongs.beginRead();
        batch.clear();
    }

    @Override
    public void header(FrameDecoder frame) {
        frames++;
        if (frame.payloadLength() > maxFrame && oversized == NONE) {
            oversized = frame.frameOffset();
            oversizedLength = frame.payloadLength();
        }
        if (frame.opcode() == Opcode.CLOSE) {
            close = close == CloseWatch.NONE ? new CloseWatch() : close;
            close.begin(frame);
        }
        pings |= frame.opcode() == Opcode.PING;
        ownPongs.header(frame);
        capture.begin(frame);
    }

    /** Most frames end here: data that came in one read. */
    @Override
    public boolean wholePayload(FrameDecoder frame, ByteBuffer in, int from) {
        if (!isData(frame.opcode()) || capture.inflates()) {
            return false;
        }
        batch(frame, in, from);
        return true;
    }

    @Override
    public void payload(FrameDecoder frame, ByteBuffer part) {
        if (frame.opcode() == Opcode.CLOSE) {
            close.payload(frame, part);
        }
        ownPongs.payload(frame, part);
        if (capture.isWhole(frame, part)) {
            batch(frame, part, part.position());
        } else {
            capture.collect(frame, part);
        }
    }

    @Override
    public void end(FrameDecoder frame) {
        if (frame.payloadLength() == 0 && !capture.collects()) {
            batch(frame, NOTHING, 0);
        } else if (capture.collects()) {
            ByteBuffer collected = capture.collected(frame);
            append(frame, collected, capture.flags());
            capture.release();
        }
        if (frame.fin() && isData(frame.opcode())) {
            messages++;
            messageSeq = FrameLog.ITSELF;
        }
        if (frame.opcode() == Opcode.CLOSE) {
            close.end();
        }
        ownPongs.end(frame);
        marks.add(frame);
    }

    /** The frame is captured with the others of this read. */
    private void batch(FrameDecoder frame, ByteBuffer in, int from) {
        long upcoming = batch.upcoming();
        batch.add(frame.firstByte(), frame.masked(), frame.maskKey(), in, from, (int) frame.payloadLength(),
                message(frame));
        numbered(frame, upcoming);
    }

    /** The read is over: what it brought is captured. */
    void endRead() {
        if (batch.isEmpty()) {
            return;
        }
        int count = batch.count();
        long first = relay.frames()
                .append(connection.number(), direction, relay.clock().micros(readNanos), batch,
                        held ? FrameLog.HELD : 0);
        batch.clear();
        messageSeq = FrameBatch.resolve(messageSeq, first);
        if (!held) {
            stamps.captured(first, first + count, readNanos);
        }
    }

    private void append(FrameDecoder frame, ByteBuffer payload, int flags) {
        endRead();
        boolean unmasked = (flags & FrameLog.INFLATED) != 0;
        long seq = relay.frames()
                .append(connection.number(), direction, relay.clock().micros(readNanos), frame.firstByte(),
                        frame.masked(), unmasked ? 0 : frame.maskKey(), frame.payloadLength(), payload,
                        message(frame), held ? flags | FrameLog.HELD : flags);
        if (!held) {
            stamps.captured(seq, seq + 1, readNanos);
        }
        numbered(frame, seq);
    }

    /** The number of the first frame of the message that the present frame belongs to. */
    private long message(FrameDecoder frame) {
        return frame.opcode() == Opcode.CONTINUATION ? messageSeq : FrameLog.ITSELF;
    }

    /** The present frame has a number, or what stands for it; those that continue its message will need it. */
    private void numbered(FrameDecoder frame, long seq) {
        if (isData(frame.opcode()) && frame.opcode() != Opcode.CONTINUATION) {
            messageSeq = seq;
        }
    }

    private static boolean isData(Opcode opcode) {
        return opcode == Opcode.TEXT || opcode == Opcode.BINARY || opcode == Opcode.CONTINUATION;
    }

    /** A peer that breaks a rule with every frame is reported once for each rule. */
    @Override
    public void violation(FrameDecoder frame, Violation violation) {
        relay.tally().error();
        Set<Violation> already = reported == null ? EnumSet.noneOf(Violation.class) : reported;
        reported = already;
        if (already.add(violation)) {
            relay.events()
                    .violation(connection.id(), direction, violation.section(),
                            violation.rule() + " (frame at byte " + frame.frameOffset() + ")");
        }
    }

    /** The engine adds a frame of its own to this direction. */
    void injected(EngineFrame added) {
        relay.frames()
                .append(connection.number(), direction, relay.clock().micros(System.nanoTime()), added.firstByte(),
                        added.masked(), 0, added.payload().length, ByteBuffer.wrap(added.payload()), FrameLog.ITSELF,
                        FrameLog.INJECTED);
    }

    InProxyStamps stamps() {
        return stamps;
    }

    CloseWatch close() {
        return close;
    }

    /** Whether a ping has come in any read. */
    boolean pings() {
        return pings;
    }

    /** Frames begun in this read. */
    long frames() {
        return frames;
    }

    /** Messages ended in this read. */
    long messages() {
        return messages;
    }

    /** Pongs that ended in this read and answer pings of the engine. */
    int ownPongs() {
        return ownPongs.count();
    }

    /** Offset in the stream of the first frame in this read that is longer than allowed; {@link #NONE} when none is. */
    long oversized() {
        return oversized;
    }

    long oversizedLength() {
        return oversizedLength;
    }

    /** Bytes held for a frame that is still coming. */
    int heldBytes() {
        return capture.heldBytes();
    }

    void release() {
        capture.close();
    }
}
