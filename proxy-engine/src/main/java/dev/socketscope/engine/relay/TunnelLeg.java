package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.CloseCode;
import dev.socketscope.engine.api.CloseInfo;
import dev.socketscope.engine.api.Leg;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;

/** One side of a tunnel: the socket that is there now, or the last one that was. Belongs to the tunnel's event loop. */
final class TunnelLeg {
    private final Leg leg;
    private Channel channel;
    private LegEnd end;
    private boolean away;
    private boolean lost;

    TunnelLeg(Leg leg, Channel channel) {
        this.leg = leg;
        this.channel = channel;
        this.end = new LegEnd(channel);
    }

    Channel channel() {
        return channel;
    }

    LegEnd end() {
        return end;
    }

    /** Whether nothing can be sent here now, and the tunnel goes on all the same. */
    boolean away() {
        return away;
    }

    /** Whether the socket is gone and the tunnel goes on without it. */
    boolean lost() {
        return lost;
    }

    /** The socket takes nothing more, but may still have something to say. */
    void stopSending() {
        away = true;
    }

    /**
     * The socket is of no use any more; whatever it still says is not heard.
     *
     * @param manner how its peer shall see it end, if the peer is still there
     */
    void leave(CloseInfo.Manner manner) {
        away = true;
        lost = true;
        LegHandler handler = channel.pipeline().get(LegHandler.class);
        if (handler != null) {
            handler.mute();
        }
        end.markInputEnded();
        end.markGone();
        switch (manner) {
            case RST, SILENCE, HANDSHAKE -> LegSocket.reset(channel);
            case FIN -> channel.close();
            case CLOSE_FRAME -> {
                channel.write(Unpooled.wrappedBuffer(EngineFrame.close(leg, CloseCode.NORMAL, "").bytes()));
                LegSocket.closeAfterPending(channel);
            }
        }
    }

    /** Another socket takes the place of the one that was lost. */
    void arrive(Channel successor) {
        channel = successor;
        end = new LegEnd(successor);
        away = false;
        lost = false;
    }
}
