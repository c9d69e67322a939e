package dev.socketscope.engine.relay;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.CRC32;

/** The browser client, as it is packaged with the engine. */
final class ClientScript {
    private static final String RESOURCE = "/dev/socketscope/engine/browser/client.js";
    private static final byte[] SCRIPT = load();
    private static final String ETAG = etag();

    private ClientScript() {}

    private static byte[] load() {
        try (InputStream in = ClientScript.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is not packaged");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String etag() {
        CRC32 sum = new CRC32();
        sum.update(SCRIPT);
        return "\"" + Long.toHexString(sum.getValue()) + "-" + SCRIPT.length + "\"";
    }

    static FullHttpResponse answer(HttpHeaders request, RequestFacts facts) {
        boolean known = ETAG.equals(request.get("If-None-Match"));
        ByteBuf body = known || facts.head() ? Unpooled.EMPTY_BUFFER : Unpooled.wrappedBuffer(SCRIPT);
        FullHttpResponse answer = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1,
                known ? HttpResponseStatus.NOT_MODIFIED : HttpResponseStatus.OK, body);
        HttpHeaders headers = answer.headers();
        headers.set("ETag", ETAG).set(Fields.CACHE_CONTROL, "no-cache").set(Fields.VIA, HeaderRules.VIA);
        if (!known) {
            headers.set(Fields.CONTENT_TYPE, "text/javascript; charset=utf-8")
                    .set(Fields.CONTENT_TYPE_OPTIONS, "nosniff");
            headers.setInt(Fields.CONTENT_LENGTH, SCRIPT.length);
        }
        if (!facts.keepAlive()) {
            headers.set(Fields.CONNECTION, HttpHeaderValues.CLOSE);
        }
        return answer;
    }
}
