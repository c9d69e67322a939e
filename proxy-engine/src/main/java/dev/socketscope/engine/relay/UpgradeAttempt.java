package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.CloseInfo;
import dev.socketscope.engine.api.Handshake.Station;
import dev.socketscope.engine.api.Leg;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/** Keeps the record of one upgrade: the connection that others see, its handshake, its times, its events. */
final class UpgradeAttempt {
    private final RelayContext relay;
    private final WsConnection connection;
    private final HandshakeRecord record;
    private final boolean admitted;
    private @Nullable String heldUpBy;

    private UpgradeAttempt(RelayContext relay, WsConnection connection, HandshakeRecord record, boolean admitted) {
        this.relay = relay;
        this.connection = connection;
        this.record = record;
        this.admitted = admitted;
    }

    /** @param admitted whether the attempt holds one of the connections that the limits allow */
    static UpgradeAttempt begin(RelayContext relay, HttpFrontend frontend, HttpRequest request, RequestFacts facts,
            RouteTable.Match route, boolean admitted) {
        ReadClock read = frontend.clock();
        HandshakeClock clock = new HandshakeClock(read);
        String line = SeenTexts.of(request.method() + " " + request.uri() + " " + request.protocolVersion());
        HandshakeRecord record = new HandshakeRecord(clock, line, HeaderRules.copy(request.headers()));
        String address = LegSocket.text(frontend.client().remoteAddress());
        WsConnection connection = relay.registry()
                .open(number -> new WsConnection(number, facts.target(), route, address,
                        relay.clock().instant(read.firstNanos()), record.toHandshake()));
        relay.events().connectionRequested(connection);
        return new UpgradeAttempt(relay, connection, record, admitted);
    }

    WsConnection connection() {
        return connection;
    }

    HandshakeRecord record() {
        return record;
    }

    void routed(HttpHeaders forwarded) {
        heldUpBy = null;
        record.forwarded(HeaderRules.copy(forwarded));
        reached(Station.ROUTE);
    }

    void connected(Channel upstream) {
        connection.address(Leg.UPSTREAM, SeenTexts.of(LegSocket.text(upstream.remoteAddress())));
        reached(Station.CONNECT);
    }

    void reached(Station station) {
        record.clock().end(station);
        connection.handshake(record.toHandshake());
    }

    void answerCame(ReadClock upstream) {
        record.clock().end(Station.UPSTREAM_PROCESSING, upstream.firstNanos());
        record.clock().end(Station.RECEIVE_RESPONSE, upstream.lastNanos());
    }

    void refusedByUpstream(HttpResponse answer, HttpHeaders returned) {
        int status = answer.status().code();
        String phrase = answer.status().reasonPhrase();
        record.answered(status, phrase, HeaderRules.copy(answer.headers()), HeaderRules.copy(returned));
        reached(Station.FORWARD_RESPONSE);
        failed(CloseInfo.By.UPSTREAM, status, true, "the upstream answered " + status + " " + phrase);
    }

    void refusedByEngine(Refusal refusal, CloseInfo.By by, HttpHeaders returned) {
        record.answered(refusal.status().code(), refusal.status().reasonPhrase(), java.util.List.of(),
                HeaderRules.copy(returned));
        connection.handshake(record.toHandshake());
        failed(by, refusal.status().code(), by != CloseInfo.By.UPSTREAM, refusal.reason());
    }

    /** A fault has held up the upgrade, which is the reason for it if the client leaves before it goes on. */
    void heldUpBy(String fault) {
        heldUpBy = fault;
    }

    /** @param status what the client was answered; 0 when nothing */
    void failedByFault(String fault, int status, String reason) {
        failed(new CloseInfo(CloseInfo.By.FAULT, CloseInfo.Manner.HANDSHAKE, CloseInfo.ABNORMAL, reason, fault), status,
                status != 0);
    }

    void clientLeft() {
        failed(new CloseInfo(CloseInfo.By.CLIENT, CloseInfo.Manner.HANDSHAKE, CloseInfo.ABNORMAL,
                "the client left before the upgrade was answered", heldUpBy), 0, false);
    }

    private void failed(CloseInfo.By by, int status, boolean refused, String reason) {
        failed(new CloseInfo(by, CloseInfo.Manner.HANDSHAKE, CloseInfo.ABNORMAL, reason, null), status, refused);
    }

    /**
     * @param status what the client was answered; 0 when nothing
     * @param refused whether somebody said no; otherwise something went wrong
     */
    private void failed(CloseInfo how, int status, boolean refused) {
        connection.closing(how);
        if (admitted) {
            relay.admission().leaveConnection();
        }
        connection.closed();
        relay.tally().failedHandshake(refused);
        relay.events().handshakeFailed(connection.id(), status, how.reason());
        relay.registry().ended(connection);
    }
}
