package dev.socketscope.engine.export;

import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Handshake;
import dev.socketscope.engine.api.Header;
import dev.socketscope.engine.api.Secrets;
import java.util.List;

/** Connections without secrets. Formats write what they are given, so that none of them can forget one. */
final class Masked {
    private Masked() {}

    static Connection of(Connection c) {
        String query = c.query();
        return new Connection(c.id(), c.state(), c.path(), query == null ? null : Secrets.maskQuery(query), c.host(),
                c.subprotocol(), c.route(), Secrets.maskQuery(c.upstreamUri()), c.sandbox(), c.port(), c.openedAt(),
                c.closedAt(), c.client(), c.upstream(), c.toUpstream(), c.toClient(), c.survival(), c.faults(),
                c.close(), of(c.handshake()));
    }

    private static Handshake of(Handshake h) {
        return new Handshake(h.steps(), Secrets.maskQuery(h.requestLine()), of(h.requestHeaders()),
                of(h.forwardedHeaders()), h.status(), h.reasonPhrase(), of(h.responseHeaders()),
                of(h.returnedHeaders()), h.extensions());
    }

    private static List<Header> of(List<Header> headers) {
        return headers.stream().map(header -> new Header(header.name(), Secrets.mask(header))).toList();
    }
}
