package dev.socketscope.engine.relay;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;

/** Counts a client's TLS handshake among those under way, and tells when it fails. Leaves when it is over. */
final class TlsWatch extends ChannelInboundHandlerAdapter {
    private final RelayContext relay;
    private final boolean admitted;
    private boolean over;

    TlsWatch(RelayContext relay, Channel client) {
        this.relay = relay;
        this.admitted = relay.admission().enterTls();
        this.over = !admitted;
        if (!admitted) {
            relay.seldom()
                    .run(more -> relay.events()
                            .limitReached(null, "limits.maxPending", "a client was refused: "
                                    + relay.admission().limits().maxPending() + " TLS handshakes are under way"
                                    + more));
        }
    }

    /** Whether there is room for one more. */
    boolean admitted() {
        return admitted;
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) throws Exception {
        if (event instanceof SslHandshakeCompletionEvent done) {
            end();
            if (done.isSuccess()) {
                ctx.pipeline().remove(this);
            } else {
                tell(ctx.channel(), done.cause());
            }
        }
        super.userEventTriggered(ctx, event);
    }

    private void tell(Channel client, Throwable cause) {
        String address = LegSocket.text(client.remoteAddress());
        String reason = TlsTexts.ofClient(cause);
        relay.tally().error();
        relay.seldom().run(more -> relay.events().tlsFailed(address, reason + more));
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        end();
    }

    private void end() {
        if (!over) {
            over = true;
            relay.admission().leaveTls();
        }
    }
}
