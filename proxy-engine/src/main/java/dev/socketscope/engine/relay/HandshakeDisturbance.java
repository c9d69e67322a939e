package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.Header;
import dev.socketscope.engine.fault.ConnectionFacts;
import dev.socketscope.engine.fault.FaultRules;
import dev.socketscope.engine.fault.HandshakeDecision;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Executes the faults of handshakes. */
final class HandshakeDisturbance {
    private HandshakeDisturbance() {}

    /** @param acts is told the id of each fault that acts on the upgrade */
    static HandshakeDecision decide(RelayContext relay, ConnectionFacts connection, Consumer<String> acts) {
        FaultRules rules = relay.faults().rules();
        return rules.handshake(connection, firing -> {
            acts.accept(firing.fault());
            relay.faults().fired(connection.id(), firing);
        }, System.nanoTime());
    }

    static void drop(Channel client, Command.Mode mode) {
        if (mode == Command.Mode.RST) {
            LegSocket.reset(client);
        } else {
            client.close();
        }
    }

    static FullHttpResponse page(HandshakeDecision.Outcome.Refuse refusal) {
        ByteBuf body = Unpooled.wrappedBuffer(refusal.body().getBytes(StandardCharsets.UTF_8));
        FullHttpResponse page = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1,
                HttpResponseStatus.valueOf(refusal.status()),
                body);
        for (Header header : refusal.headers()) {
            page.headers().add(header.name(), header.value());
        }
        page.headers().setInt(Fields.CONTENT_LENGTH, body.readableBytes());
        page.headers().set(Fields.CONNECTION, HttpHeaderValues.CLOSE);
        return page;
    }
}
