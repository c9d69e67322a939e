package dev.socketscope.engine.relay;

import dev.socketscope.engine.hmr.BundleTable;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Notes a file that a page of Parcel gets, or has in its cache. */
final class BundleReader implements Consumer<byte[]> {
    /** In bytes; a longer file is one of which nothing is known. */
    static final int LARGEST = FetchLine.LARGEST;

    private final BundleTable table;
    private final String url;
    private final String contentType;
    private final String etag;
    private final String lastModified;

    private BundleReader(BundleTable table, String url, HttpHeaders answer) {
        this.table = table;
        this.url = url;
        this.contentType = answer.get(Fields.CONTENT_TYPE, "");
        this.etag = answer.get("ETag", "");
        this.lastModified = answer.get("Last-Modified", "");
    }

    /** Null when the body of the answer to this GET does not matter. */
    static @Nullable BundleReader of(HmrPages pages, HttpRequest request, RequestFacts facts, HttpResponse answer,
            Channel client) {
        HttpHeaders headers = answer.headers();
        if (!BundleTable.matters(facts.target().path(), headers.get(Fields.CACHE_CONTROL, ""))) {
            return null;
        }
        boolean begins = request.headers().get("Sec-Fetch-Dest", "").equals("document");
        boolean document = begins || headers.get(Fields.CONTENT_TYPE, "").startsWith("text/html");
        PageKey key = PageKey.of(request.headers(), client);
        HmrPages.Pages known = document ? pages.open(key) : pages.find(key);
        return known == null ? null : of(known.bundles(), facts.target().originForm(), request, answer, begins);
    }

    private static @Nullable BundleReader of(BundleTable table, String url, HttpRequest request, HttpResponse answer,
            boolean begins) {
        HttpHeaders headers = answer.headers();
        if (answer.status().code() == 304) {
            table.unchanged(url, begins, request.headers()
                    .get("If-None-Match", request.headers().get("If-Modified-Since", "")));
            return null;
        }
        boolean file = answer.status().code() == 200 && headers.contains("Last-Modified");
        if (file || begins || table.has(url)) {
            table.loading(url, begins);
        }
        return file && !headers.contains(Fields.CONTENT_ENCODING) ? new BundleReader(table, url, headers) : null;
    }

    /** @param body the whole answer */
    @Override
    public void accept(byte[] body) {
        table.loaded(url, contentType, etag, lastModified, body);
    }
}
