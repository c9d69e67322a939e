package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Handshake.Station;
import dev.socketscope.engine.api.Leg;
import dev.socketscope.engine.ws.CompressionPolicy;
import dev.socketscope.engine.ws.HandshakeRules;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpVersion;
import java.util.List;

/** Passes the 101 on, takes HTTP out of both pipelines and puts the {@link Tunnel} in its place. */
final class Switchover {
    private final RelayContext relay;
    private final UpgradeAttempt attempt;
    private final RouteTable.Match route;
    private final Channel client;
    private final UpgradeLink upstream;
    private final Resumption resumption;

    Switchover(RelayContext relay, UpgradeAttempt attempt, RouteTable.Match route, Channel client,
            UpgradeLink upstream, Resumption resumption) {
        this.relay = relay;
        this.attempt = attempt;
        this.route = route;
        this.client = client;
        this.upstream = upstream;
        this.resumption = resumption;
    }

    /** @param early bytes that the client sent behind its request; emptied */
    void run(HttpResponse answer, HttpHeaders request, EarlyBytes early) {
        HttpHeaders returned = answer.headers().copy();
        UpgradeHeaders.forwardSwitch(returned, route.route().compression());
        List<String> extensions = UpgradeHeaders.extensions(returned);
        note(answer, returned, extensions);
        checkAccept(request, answer.headers());
        Tunnel tunnel = new Tunnel(relay, attempt, client, upstream.channel(), CompressionPolicy.agreed(extensions));
        attempt.connection().opened(returned.get(HandshakeRules.PROTOCOL), tunnel);
        relay.tally().opened();
        client.writeAndFlush(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, answer.status(), Unpooled.EMPTY_BUFFER,
                returned, EmptyHttpHeaders.INSTANCE)).addListener(_ -> forwarded());
        LegSocket.prepare(client);
        LegSocket.prepare(upstream.channel());
        client.pipeline().addLast(tunnel.handler(Leg.CLIENT));
        ClientPipeline.removeHttp(client.pipeline());
        resumption.begin(tunnel);
        tunnel.readHotReload(PageKey.of(request, client));
        tunnel.faults().prepare();
        upstream.replaceWith(tunnel.handler(Leg.UPSTREAM));
        early.replay(client.pipeline());
        tunnel.start();
    }

    private void note(HttpResponse answer, HttpHeaders returned, List<String> extensions) {
        HandshakeRecord record = attempt.record();
        record.answered(answer.status().code(), SeenTexts.of(answer.status().reasonPhrase()),
                HeaderRules.copy(answer.headers()),
                HeaderRules.copy(returned));
        record.extensions(extensions.isEmpty() ? null : String.join(", ", extensions));
        attempt.connection().handshake(record.toHandshake());
    }

    /** An observer passes a wrong answer on, but says so. */
    private void checkAccept(HttpHeaders request, HttpHeaders answer) {
        String key = request.get(HandshakeRules.KEY, "");
        if (!HandshakeRules.accepts(key, HeaderRules.copy(answer))) {
            relay.tally().error();
            relay.events()
                    .violation(attempt.connection().id(), Direction.TO_CLIENT, "RFC 6455 §4.2.2",
                            "Sec-WebSocket-Accept does not answer the request's key");
        }
    }

    private void forwarded() {
        attempt.reached(Station.FORWARD_RESPONSE);
        long micros = attempt.record().clock().microsTo(Station.FORWARD_RESPONSE);
        relay.loop(client.eventLoop()).metrics().handshake(micros);
        relay.events().connectionOpened(attempt.connection().id(), micros);
    }
}
