package dev.socketscope.engine.relay;

import io.netty.util.AsciiString;

/** Header field names as people write them; case means nothing to a peer but something to a reader. */
final class Fields {
    static final AsciiString ACCEPT = AsciiString.cached("Accept");
    static final AsciiString CACHE_CONTROL = AsciiString.cached("Cache-Control");
    static final AsciiString CONNECTION = AsciiString.cached("Connection");
    static final AsciiString CONTENT_ENCODING = AsciiString.cached("Content-Encoding");
    static final AsciiString CONTENT_LENGTH = AsciiString.cached("Content-Length");
    static final AsciiString CONTENT_SECURITY_POLICY = AsciiString.cached("Content-Security-Policy");
    static final AsciiString CONTENT_TYPE = AsciiString.cached("Content-Type");
    static final AsciiString CONTENT_TYPE_OPTIONS = AsciiString.cached("X-Content-Type-Options");
    static final AsciiString EXPECT = AsciiString.cached("Expect");
    static final AsciiString HOST = AsciiString.cached("Host");
    static final AsciiString KEEP_ALIVE = AsciiString.cached("Keep-Alive");
    static final AsciiString PROXY_AUTHENTICATE = AsciiString.cached("Proxy-Authenticate");
    static final AsciiString PROXY_AUTHORIZATION = AsciiString.cached("Proxy-Authorization");
    static final AsciiString PROXY_CONNECTION = AsciiString.cached("Proxy-Connection");
    static final AsciiString RETRY_AFTER = AsciiString.cached("Retry-After");
    static final AsciiString TE = AsciiString.cached("TE");
    static final AsciiString TRANSFER_ENCODING = AsciiString.cached("Transfer-Encoding");
    static final AsciiString UPGRADE = AsciiString.cached("Upgrade");
    static final AsciiString VIA = AsciiString.cached("Via");
    static final AsciiString X_FORWARDED_FOR = AsciiString.cached("X-Forwarded-For");
    static final AsciiString X_FORWARDED_HOST = AsciiString.cached("X-Forwarded-Host");
    static final AsciiString X_FORWARDED_PROTO = AsciiString.cached("X-Forwarded-Proto");

    private Fields() {}
}
