package dev.socketscope.engine.relay;

import dev.socketscope.engine.fault.Pacing;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOutboundBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Where the bytes of one direction leave, for whichever socket the destination has: at once, or when the transport faults let them.
 * Belongs to the tunnel's event loop.
 */
final class Outlet {
    private final Tunnel tunnel;
    private final TunnelLeg destination;
    private final Runnable relieved;
    private @Nullable PacedOutlet pacer;
    private boolean unflushed;

    /** @param relieved runs when the source may be read again, after so much was held up that it had to wait */
    Outlet(Tunnel tunnel, TunnelLeg destination, Runnable relieved) {
        this.tunnel = tunnel;
        this.destination = destination;
        this.relieved = relieved;
    }

    /** Whether faults may hold bytes up. */
    boolean paced() {
        return pacer != null;
    }

    /** Whether the source has to wait. What is sent to a destination that is away does not leave here. */
    boolean full() {
        return !destination.away() && (pacer == null ? !destination.channel().isWritable() : pacer.full());
    }

    /** Bytes leave as these faults let them, from now on. @return whether they leave at once again */
    boolean pace(Pacing pacing) {
        PacedOutlet paced = pacer;
        if (paced == null && !pacing.idle()) {
            paced = new PacedOutlet(pacing, destination, tunnel.loop(), relieved,
                    ending -> tunnel.faults().end(ending));
            pacer = paced;
        }
        if (paced == null) {
            return false;
        }
        paced.drain();
        if (!paced.idle()) {
            return false;
        }
        pacer = null;
        return true;
    }

    /** Takes ownership. */
    void write(ByteBuf bytes) {
        unflushed = true;
        if (pacer != null) {
            pacer.add(bytes, System.nanoTime());
            return;
        }
        Channel channel = destination.channel();
        channel.write(bytes, channel.voidPromise());
    }

    /** Takes ownership. @param left runs when the bytes are in the kernel, or cannot get there; never when faults may hold them up */
    void write(ByteBuf bytes, Runnable left) {
        if (pacer != null) {
            write(bytes);
            return;
        }
        unflushed = true;
        destination.channel().write(bytes).addListener(_ -> left.run());
    }

    /** Everything that was written goes to the kernel. @param stamps what was read is told there as it leaves */
    void flush(InProxyStamps stamps) {
        if (!unflushed || destination.away()) {
            // What was read has been swallowed or is kept: it spends no time on its way.
            stamps.forget();
            return;
        }
        unflushed = false;
        if (pacer != null) {
            pacer.drain();
            return;
        }
        destination.channel().flush();
        if (!stamps.isEmpty()) {
            stamp(stamps);
        }
    }

    private void stamp(InProxyStamps stamps) {
        if (pendingBytes() == 0) {
            stamps.delivered(System.nanoTime());
            return;
        }
        Runnable delivered = stamps.deliveredLater();
        destination.channel().writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(f -> {
            if (f.isSuccess()) {
                delivered.run();
            }
        });
    }

    /** The destination's socket takes more, or less. */
    void writabilityChanged() {
        if (pacer != null && destination.channel().isWritable()) {
            pacer.drain();
        }
    }

    /** Runs as soon as no fault holds up any bytes. */
    void whenDrained(Runnable task) {
        if (pacer == null) {
            task.run();
        } else {
            pacer.whenDrained(task);
        }
    }

    /** What has not left was for a socket that is gone. */
    void destinationLost() {
        unflushed = false;
        release();
    }

    private long pendingBytes() {
        ChannelOutboundBuffer out = destination.channel().unsafe().outboundBuffer();
        return out == null ? 0 : out.totalPendingWriteBytes();
    }

    /** What waits for the destination to take it, or for faults to let it go. */
    long heldBytes() {
        return pendingBytes() + (pacer == null ? 0 : pacer.queued());
    }

    void release() {
        if (pacer != null) {
            pacer.clear();
        }
    }
}
