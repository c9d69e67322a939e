package dev.socketscope.engine.relay;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.socket.ChannelOutputShutdownException;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.TimeUnit;

/** How far one leg has come to its end, and the ways to bring it there. */
final class LegEnd {
    /** How long bytes that are on their way may hold up a reset. */
    private static final long DRAIN_LIMIT_MILLIS = 500;

    private final Channel channel;
    private boolean inputEnded;
    private boolean outputEnded;
    private boolean finSent;
    private boolean resetSent;
    private boolean wasReset;
    private boolean writeFailed;
    private boolean awaitsAnswer;
    private boolean reported;
    private boolean gone;

    LegEnd(Channel channel) {
        this.channel = channel;
    }

    /** Whether an exception tells of a write that failed, not of a read. */
    static boolean isWriteFailure(Throwable cause) {
        return cause instanceof ChannelOutputShutdownException || cause instanceof ClosedChannelException;
    }

    boolean inputEnded() {
        return inputEnded;
    }

    void markInputEnded() {
        inputEnded = true;
    }

    /** Whether FIN has been sent or nothing can be sent any more. */
    boolean outputEnded() {
        return outputEnded;
    }

    boolean writeFailed() {
        return writeFailed;
    }

    void markWriteFailed() {
        writeFailed = true;
        outputEnded = true;
    }

    /** @return false when that was known already */
    boolean markReset() {
        boolean news = !wasReset && !resetSent;
        wasReset = true;
        inputEnded = true;
        outputEnded = true;
        return news;
    }

    /** @return false when that was known already */
    boolean markReported() {
        boolean news = !reported;
        reported = true;
        return news;
    }

    boolean gone() {
        return gone;
    }

    void markGone() {
        gone = true;
        outputEnded = true;
    }

    /** The engine has sent a Close frame here and waits for the peer's. */
    void awaitAnswer() {
        awaitsAnswer = true;
    }

    boolean awaitsAnswer() {
        return awaitsAnswer;
    }

    /**
     * Delivers what is pending, then ends the outgoing direction. Does nothing the second time.
     *
     * @param then closes the socket if its peer has ended, too: that is FIN as well, and costs less than one direction after the other
     */
    void sendFin(Runnable then) {
        if (finSent || resetSent || outputEnded) {
            return;
        }
        finSent = true;
        channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(_ -> shutdownOutput(then));
    }

    private void shutdownOutput(Runnable then) {
        if (!inputEnded) {
            LegSocket.endOutput(channel);
        }
        outputEnded = true;
        then.run();
    }

    boolean resetSent() {
        return resetSent;
    }

    /** Delivers what is pending if the peer takes it now, then sends RST. */
    void sendReset() {
        if (resetSent || gone) {
            return;
        }
        resetSent = true;
        channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(_ -> LegSocket.reset(channel));
        channel.eventLoop().schedule(() -> LegSocket.reset(channel), DRAIN_LIMIT_MILLIS, TimeUnit.MILLISECONDS);
    }
}
