package dev.socketscope.engine.relay;

import dev.socketscope.engine.hmr.ModuleTable;
import dev.socketscope.engine.hmr.ViteClientToken;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A copy of an answer that a dev server's page gets, made while it passes, to know later what the page has. */
final class ModuleCopy {
    private static final int LARGEST = 2 << 20;
    private static final String CLIENT_SCRIPT = "/@vite/client";

    private final HmrPages pages;
    private final PageKey key;
    private final String url;
    private final String contentType;
    private final String etag;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    private ModuleCopy(HmrPages pages, PageKey key, String url, String contentType, String etag) {
        this.pages = pages;
        this.key = key;
        this.url = url;
        this.contentType = contentType;
        this.etag = etag;
    }

    /** Null when the answer is nothing that a page would have to be told about. */
    static @Nullable ModuleCopy of(HmrPages pages, HttpRequest request, RequestFacts facts, HttpResponse answer,
            Channel client) {
        HttpHeaders headers = answer.headers();
        if (answer.status().code() != 200 || !facts.method().name().equals("GET")
                || headers.contains("Content-Encoding")) {
            return null;
        }
        String url = facts.target().originForm();
        String type = headers.get(Fields.CONTENT_TYPE, "");
        String etag = headers.get("ETag", "");
        boolean script = facts.target().path().endsWith(CLIENT_SCRIPT);
        boolean document = type.startsWith("text/html");
        boolean wanted = script || ModuleTable.matters(url, type, etag) && (document || pages.used());
        return wanted ? new ModuleCopy(pages, PageKey.of(request.headers(), client), url, type, etag) : null;
    }

    /** @return false when the answer is too long to be copied */
    boolean add(ByteBuf part) {
        if (body.size() + part.readableBytes() > LARGEST) {
            return false;
        }
        byte[] bytes = new byte[part.readableBytes()];
        part.getBytes(part.readerIndex(), bytes);
        body.writeBytes(bytes);
        return true;
    }

    /** The answer has come whole. */
    void complete() {
        if (url.contains(CLIENT_SCRIPT)) {
            HmrPages.Pages begun = pages.open(key);
            begun.token(ViteClientToken.read(body.toString(StandardCharsets.UTF_8)));
            begun.modules().begin();
            return;
        }
        boolean begins = contentType.startsWith("text/html")
                && body.toString(StandardCharsets.UTF_8).contains(CLIENT_SCRIPT);
        HmrPages.Pages known = begins ? pages.open(key) : pages.find(key);
        if (known != null) {
            known.modules().loaded(url, contentType, etag, body.toByteArray());
        }
    }
}
