package dev.socketscope.engine.relay;

import dev.socketscope.engine.ws.HandshakeRules;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** Renders a {@link Refusal}: a small page for browsers, plain text for everything else. */
final class ErrorPage {
    private static final String STYLE = """
            :root { color-scheme: light dark; }
            body { font: 16px/1.5 system-ui, sans-serif; max-width: 42rem; margin: 15vh auto; padding: 0 1.5rem; }
            h1 { font-size: 1.25rem; }
            footer { margin-top: 3rem; font-size: .8rem; opacity: .6; }
            """;
    /** Nothing may run or be loaded, whatever a request has put into the text; the page may stand in a frame of the dev server's. */
    private static final String POLICY = "default-src 'none'; style-src 'sha256-" + digest(STYLE)
            + "'; img-src 'self'; base-uri 'none'; form-action 'none'";
    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <title>%1$s</title>
            <style>%4$s</style>
            </head>
            <body>
            <h1>%1$s</h1>
            <p>%2$s</p>
            <p>%3$s</p>
            <footer>Answered by Socketscope, not by the server behind it.</footer>
            </body>
            </html>
            """;

    private ErrorPage() {}

    static FullHttpResponse render(Refusal refusal, HttpHeaders request) {
        HttpResponseStatus status = refusal.status();
        String title = status.code() + " " + status.reasonPhrase();
        boolean html = wantsHtml(request);
        String text = html ? PAGE.formatted(escape(title), escape(refusal.reason()), escape(refusal.advice()), STYLE)
                : title + "\n\n" + refusal.reason() + (refusal.advice().isEmpty() ? "" : "\n" + refusal.advice())
                        + "\n";
        ByteBuf body = Unpooled.wrappedBuffer(text.getBytes(StandardCharsets.UTF_8));
        FullHttpResponse answer = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, body);
        HttpHeaders headers = answer.headers();
        headers.set(Fields.CONTENT_TYPE, html ? "text/html; charset=utf-8" : "text/plain; charset=utf-8");
        headers.setInt(Fields.CONTENT_LENGTH, body.readableBytes());
        headers.set(Fields.CACHE_CONTROL, "no-store");
        headers.set(Fields.CONTENT_TYPE_OPTIONS, "nosniff");
        headers.set(Fields.CONTENT_SECURITY_POLICY, POLICY);
        headers.set(Fields.VIA, HeaderRules.VIA);
        if (refusal.retryAfter() > 0) {
            headers.setInt(Fields.RETRY_AFTER, refusal.retryAfter());
        }
        if (status.code() == HttpResponseStatus.UPGRADE_REQUIRED.code()) {
            headers.set(HandshakeRules.VERSION, HandshakeRules.VERSION_13);
        }
        return answer;
    }

    private static String digest(String text) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(sum);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static boolean wantsHtml(HttpHeaders request) {
        return request.getAll(Fields.ACCEPT)
                .stream()
                .anyMatch(v -> v.toLowerCase(java.util.Locale.ROOT).contains("text/html"));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
