package dev.socketscope.engine.relay;

import dev.socketscope.engine.hmr.ModuleTable;
import dev.socketscope.engine.hmr.ViteClientToken;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Notes a module that a page of Vite gets. */
final class ModuleReader implements Consumer<byte[]> {
    static final int LARGEST = 2 << 20;
    private static final String CLIENT_SCRIPT = "/@vite/client";

    private final HmrPages pages;
    private final PageKey key;
    private final String url;
    private final String contentType;
    private final String etag;

    private ModuleReader(HmrPages pages, PageKey key, String url, String contentType, String etag) {
        this.pages = pages;
        this.key = key;
        this.url = url;
        this.contentType = contentType;
        this.etag = etag;
    }

    /** Null when the answer to this GET is no module. */
    static @Nullable ModuleReader of(HmrPages pages, HttpRequest request, RequestFacts facts, HttpResponse answer,
            Channel client) {
        HttpHeaders headers = answer.headers();
        if (answer.status().code() != 200 || headers.contains(Fields.CONTENT_ENCODING)) {
            return null;
        }
        String url = facts.target().originForm();
        String type = headers.get(Fields.CONTENT_TYPE, "");
        String etag = headers.get("ETag", "");
        boolean script = facts.target().path().endsWith(CLIENT_SCRIPT);
        boolean document = type.startsWith("text/html");
        boolean wanted = script || ModuleTable.matters(url, type, etag) && (document || pages.used());
        return wanted ? new ModuleReader(pages, PageKey.of(request.headers(), client), url, type, etag) : null;
    }

    /** @param body the whole answer */
    @Override
    public void accept(byte[] body) {
        if (body.length > LARGEST) {
            return;
        }
        String text = new String(body, StandardCharsets.UTF_8);
        if (url.contains(CLIENT_SCRIPT)) {
            HmrPages.Pages begun = pages.open(key);
            begun.token(ViteClientToken.read(text));
            begun.modules().begin();
            return;
        }
        boolean begins = contentType.startsWith("text/html") && text.contains(CLIENT_SCRIPT);
        HmrPages.Pages known = begins ? pages.open(key) : pages.find(key);
        if (known != null) {
            known.modules().loaded(url, contentType, etag, body);
        }
    }
}
