package dev.socketscope.engine.client;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.java_websocket.enums.Opcode;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.exceptions.LimitExceededException;
import org.java_websocket.extensions.IExtension;
import org.java_websocket.extensions.permessage_deflate.PerMessageDeflateExtension;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.framing.DataFrame;
import org.java_websocket.framing.Framedata;
import org.java_websocket.framing.FramedataImpl1;

/**
 * Java-WebSocket's permessage-deflate with a bound on what a frame may inflate to: a kilobyte on the wire can stand for a
 * megabyte, and the library would inflate all of it before it counts. For both ends: what is known of earlier messages is kept even
 * if the peer never refers to it.
 */
public final class BoundedDeflate extends PerMessageDeflateExtension {
    private static final byte[] TAIL = {0, 0, (byte) 0xFF, (byte) 0xFF};
    private static final int BUFFER_BYTES = 8 * 1024;
    /** Shorter messages are sent as they are: compressing them makes them hardly shorter. */
    private static final int THRESHOLD_BYTES = 256;
    private final int maxBytes;
    private final Inflater inflater = new Inflater(true);

    /** @param maxBytes of one frame, inflated; a frame with more ends the connection with 1009 */
    public BoundedDeflate(int maxBytes) {
        this.maxBytes = maxBytes;
        setThreshold(THRESHOLD_BYTES);
    }

    /** Inflates a data frame in place (RFC 7692 §7.2.2). Only called for frames of a message that began with RSV1. */
    @Override
    public void decodeFrame(Framedata frame) throws InvalidDataException {
        boolean continuation = frame.getOpcode() == Opcode.CONTINUOUS;
        if (!(frame instanceof DataFrame) || (!frame.isRSV1() && !continuation)) {
            return;
        }
        ByteArrayOutputStream inflated = new ByteArrayOutputStream();
        ByteBuffer payload = frame.getPayloadData();
        byte[] wire = new byte[payload.remaining()];
        payload.get(wire);
        inflate(wire, inflated);
        if (frame.isFin()) {
            inflate(TAIL, inflated);
        }
        ((FramedataImpl1) frame).setPayload(ByteBuffer.wrap(inflated.toByteArray()));
    }

    private void inflate(byte[] wire, ByteArrayOutputStream to) throws InvalidDataException {
        byte[] buffer = new byte[BUFFER_BYTES];
        inflater.setInput(wire);
        try {
            for (int n = inflater.inflate(buffer); n > 0; n = inflater.inflate(buffer)) {
                to.write(buffer, 0, n);
                if (to.size() > maxBytes) {
                    throw new LimitExceededException("a message may inflate to " + maxBytes + " bytes", maxBytes);
                }
            }
        } catch (DataFormatException e) {
            throw new InvalidDataException(CloseFrame.PROTOCOL_ERROR, e);
        }
        if (inflater.finished()) {
            // A sender may end its stream with a final block (RFC 7692 §7.2.3.4); what follows begins a new one.
            inflater.reset();
        }
    }

    @Override
    public IExtension copyInstance() {
        return new BoundedDeflate(maxBytes);
    }

    @Override
    public String toString() {
        return "permessage-deflate, at most " + maxBytes + " bytes";
    }
}
