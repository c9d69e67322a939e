package dev.socketscope.engine.relay;

import dev.socketscope.engine.fault.Pacing;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
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
    /** Null until a short piece has come. */
    private @Nullable Gathered gathered;
    /** Done when everything that was written is in the kernel, or cannot get there; null when nothing was written since the last flush. */
    private @Nullable ChannelFuture last;

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
            writeGathered();
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

    /** Takes ownership. What is meant for a destination that is away must not come to the next socket. */
    void write(ByteBuf bytes) {
        PacedOutlet paced = pacer;
        if (destination.away()) {
            bytes.release();
        } else if (paced == null) {
            writeGathered();
            writeNow(bytes);
        } else {
            paced.add(bytes, System.nanoTime());
        }
    }

    /** Takes ownership of one of several pieces that are going to be flushed together. */
    void writePiece(ByteBuf piece) {
        if (gathers(piece.readableBytes())) {
            roomFor(piece.readableBytes()).add(piece);
        } else {
            write(piece);
        }
    }

    /** One of several pieces that are going to be flushed together; must not change any more. */
    void writePiece(byte[] piece) {
        if (gathers(piece.length)) {
            roomFor(piece.length).add(piece);
        } else {
            write(Unpooled.wrappedBuffer(piece));
        }
    }

    private boolean gathers(int length) {
        return leavesAtOnce() && Gathered.isShort(length);
    }

    private boolean leavesAtOnce() {
        return pacer == null && !destination.away();
    }

    /**
     * Hands on a whole message.
     *
     * @param taken runs when the kernel has taken it, or the faults that may hold bytes up have; never when the destination is away, or
     *              is lost before
     */
    void write(byte[] message, @Nullable Runnable taken) {
        if (destination.away()) {
            return;
        }
        // A buffer that the kernel can read from: Netty would copy any other into one, by way of several objects.
        ByteBuf bytes = destination.channel().alloc().directBuffer(message.length).writeBytes(message);
        if (taken == null) {
            write(bytes);
        } else if (leavesAtOnce()) {
            writeGathered();
            writeNow(bytes).addListener(written -> {
                if (written.isSuccess()) {
                    taken.run();
                }
            });
        } else {
            write(bytes);
            taken.run();
        }
    }

    private Gathered roomFor(int length) {
        Gathered room = gathered == null ? new Gathered(destination.channel().alloc()) : gathered;
        gathered = room;
        if (room.isFullFor(length)) {
            writeGathered();
        }
        return room;
    }

    private void writeGathered() {
        ByteBuf pieces = takeGathered();
        if (pieces != null) {
            writeNow(pieces);
        }
    }

    private @Nullable ByteBuf takeGathered() {
        return gathered == null ? null : gathered.take();
    }

    private ChannelFuture writeNow(ByteBuf bytes) {
        ChannelFuture written = destination.channel().write(bytes);
        last = written;
        return written;
    }

    /** Everything that was written goes to the kernel. @param stamps what was read is told there as it leaves */
    void flush(InProxyStamps stamps) {
        if (destination.away()) {
            // What was read is kept: it spends no time on its way.
            stamps.forget();
        } else if (pacer == null) {
            flushNow(stamps);
        } else {
            stamps.forget();
            pacer.drain();
        }
    }

    private void flushNow(InProxyStamps stamps) {
        writeGathered();
        ChannelFuture leaves = last;
        last = null;
        if (leaves == null) {
            // What was read has been swallowed or is kept.
            stamps.forget();
            return;
        }
        destination.channel().flush();
        if (leaves.isSuccess()) {
            stamps.delivered(System.nanoTime());
            return;
        }
        Runnable delivered = stamps.deliveredLater();
        leaves.addListener(done -> {
            if (done.isSuccess()) {
                delivered.run();
            } else {
                // Whoever flushes is in the midst of something; io_uring tells it later in any case.
                tunnel.loop().execute(() -> tell(leaves.channel(), done.cause()));
            }
        });
    }

    /** Whoever reads from that socket explains its end. One that is not registered has been explained. */
    private static void tell(Channel broken, Throwable cause) {
        if (broken.isRegistered()) {
            broken.pipeline().fireExceptionCaught(cause);
        }
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
            writeGathered();
            task.run();
        } else {
            pacer.whenDrained(task);
        }
    }

    /** What has not left was for a socket that is gone. */
    void destinationLost() {
        last = null;
        release();
    }

    private long pendingBytes() {
        ChannelOutboundBuffer out = destination.channel().unsafe().outboundBuffer();
        return out == null ? 0 : out.totalPendingWriteBytes();
    }

    /** What waits for the destination to take it, or for faults to let it go. */
    long heldBytes() {
        return pendingBytes() + (gathered == null ? 0 : gathered.size()) + (pacer == null ? 0 : pacer.queued());
    }

    void release() {
        ByteBuf pieces = takeGathered();
        if (pieces != null) {
            pieces.release();
        }
        if (pacer != null) {
            pacer.clear();
        }
    }
}
