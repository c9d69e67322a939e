package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.AddressText;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import java.net.InetSocketAddress;

/** Makes a client's request into the one that the upstream gets. */
final class RequestForwarding {
    private RequestForwarding() {}

    /** A request in origin form and HTTP/1.1; the client's own stays as it is. */
    static HttpRequest rewrite(HttpRequest request, Channel client, RequestFacts facts, RouteTable.Match route) {
        HttpHeaders headers = request.headers().copy();
        if (facts.http10()) {
            // Such a client cannot be told to continue, so the upstream must not wait for it.
            headers.remove(Fields.EXPECT);
        }
        rewrite(headers, client, facts, route);
        return new DefaultHttpRequest(HttpVersion.HTTP_1_1, request.method(), facts.target().originForm(), headers);
    }

    /** Rewrites in place. */
    static void rewrite(HttpHeaders headers, Channel client, RequestFacts facts, RouteTable.Match route) {
        String authority = facts.target().authority();
        if (authority.isEmpty()) {
            headers.set(Fields.HOST, route.upstream().hostAndPort());
        } else if (!authority.equals(headers.get(Fields.HOST))) {
            headers.set(Fields.HOST, authority);
        }
        HeaderRules.forwardRequest(headers, address(client), LegSocket.secure(client) ? "https" : "http",
                facts.http10());
        HeaderFilter.apply(headers, route.route().headers());
    }

    /** The numeric address without the zone that an IPv6 address may carry (RFC 4007 §11), which means nothing elsewhere. */
    private static String address(Channel client) {
        if (client.remoteAddress() instanceof InetSocketAddress inet && inet.getAddress() != null) {
            String text = AddressText.host(inet.getAddress());
            int zone = text.indexOf('%');
            return zone < 0 ? text : text.substring(0, zone);
        }
        return "unknown";
    }
}
