package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.Route;
import dev.socketscope.engine.ws.CompressionPolicy;
import dev.socketscope.engine.ws.Extensions;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.List;

/** Rewrites the headers of an upgrade and of its 101: as for plain HTTP, but the upgrade itself is passed on. */
final class UpgradeHeaders {
    private UpgradeHeaders() {}

    /** Rewrites a request in place. */
    static void forwardRequest(HttpHeaders headers, Channel client, RequestFacts facts, RouteTable.Match route) {
        String protocol = headers.get(Fields.UPGRADE);
        RequestForwarding.rewrite(headers, client, facts, route);
        headers.set(Fields.CONNECTION, Fields.UPGRADE);
        headers.set(Fields.UPGRADE, protocol);
        extensions(headers, CompressionPolicy.offer(route.route().compression(), extensions(headers)));
    }

    /** Rewrites a 101 in place. */
    static void forwardSwitch(HttpHeaders headers, Route.Compression policy) {
        String protocol = headers.get(Fields.UPGRADE, HttpHeaderValues.WEBSOCKET.toString());
        HeaderRules.forwardAnswer(headers);
        headers.set(Fields.CONNECTION, Fields.UPGRADE);
        headers.set(Fields.UPGRADE, protocol);
        extensions(headers, CompressionPolicy.answer(policy, extensions(headers)));
    }

    static List<String> extensions(HttpHeaders headers) {
        return headers.getAll(Extensions.HEADER);
    }

    private static void extensions(HttpHeaders headers, List<String> values) {
        if (values.equals(extensions(headers))) {
            return;
        }
        headers.remove(Extensions.HEADER);
        if (!values.isEmpty()) {
            headers.set(Extensions.HEADER, values);
        }
    }
}
