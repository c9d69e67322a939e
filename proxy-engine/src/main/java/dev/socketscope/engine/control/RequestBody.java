package dev.socketscope.engine.control;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.io.ByteArrayOutputStream;

/** A request's body while it arrives. Only bodies of a declared length are taken, so that there is one way to frame them. */
final class RequestBody {
    static final int MAX_BYTES = 256 << 10;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** The bytes that the header declares; more than {@link #MAX_BYTES} or -1 when it declares nonsense. */
    static long declared(HttpHeaders headers) {
        String length = headers.get(HttpHeaderNames.CONTENT_LENGTH, "0");
        return length.matches("\\d{1,18}") ? Long.parseLong(length) : -1;
    }

    void add(ByteBuf part) {
        byte[] copy = new byte[part.readableBytes()];
        part.getBytes(part.readerIndex(), copy);
        bytes.writeBytes(copy);
    }

    byte[] toBytes() {
        return bytes.toByteArray();
    }
}
