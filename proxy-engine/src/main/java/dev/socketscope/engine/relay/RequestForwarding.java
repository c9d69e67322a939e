package dev.socketscope.engine.relay;

import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpHeaders;
import java.net.InetSocketAddress;

/** Makes a client's request headers into those that the upstream gets. */
final class RequestForwarding {
    private RequestForwarding() {}

    /** Rewrites in place. */
    static void rewrite(HttpHeaders headers, Channel client, RequestFacts facts, RouteTable.Match route) {
        String authority = facts.target().authority();
        if (authority.isEmpty()) {
            headers.set(Fields.HOST, route.upstream().hostAndPort());
        } else if (!authority.equals(headers.get(Fields.HOST))) {
            headers.set(Fields.HOST, authority);
        }
        HeaderRules.forwardRequest(headers, address(client), facts.http10());
    }

    private static String address(Channel client) {
        return client.remoteAddress() instanceof InetSocketAddress inet && inet.getAddress() != null
                ? inet.getAddress().getHostAddress()
                : "unknown";
    }
}
