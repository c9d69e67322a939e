package dev.socketscope.bench.load;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.socket.SocketChannel;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Opens sockets, a few at a time so that no relay has to refuse one, and lets all of them begin together: the first of thousands
 * must not keep a relay busy that has still to open the last. Belongs to the load's event loop.
 */
final class Opening {
    private static final int AT_A_TIME = 32;
    private final Bootstrap client;
    private final InetSocketAddress to;
    private final int count;
    private final Tally tally;
    private final List<Channel> channels = new ArrayList<>();
    private final List<Runnable> begins = new ArrayList<>();
    private final CompletableFuture<Void> all = new CompletableFuture<>();
    private int begun;
    private boolean together = true;

    /** @param socket makes the handler of one socket, which has to call {@link #opened} once unless they are {@link #apart} */
    Opening(Bootstrap client, InetSocketAddress to, int count, Tally tally,
            Function<Opening, ? extends ChannelHandler> socket) {
        this.client = client.handler(new ChannelInitializer<SocketChannel>() {
            @Override
            protected void initChannel(SocketChannel channel) {
                channel.pipeline().addLast(socket.apply(Opening.this));
            }
        });
        this.to = to;
        this.count = count;
        this.tally = tally;
    }

    /** Nobody waits for anybody: all connect at once, and their handlers call nothing. */
    Opening apart() {
        together = false;
        all.complete(null);
        return this;
    }

    void start() {
        for (int i = 0; i < (together ? AT_A_TIME : count); i++) {
            next();
        }
    }

    private void next() {
        if (begun < count && !tally.stopped()) {
            begun++;
            client.connect(to).addListener((ChannelFutureListener) this::connected);
        }
    }

    private void connected(ChannelFuture connected) {
        if (connected.isSuccess()) {
            channels.add(connected.channel());
        } else {
            tally.fail(connected.cause());
        }
    }

    /** One more has been upgraded. @param begin called when all have been */
    void opened(Runnable begin) {
        begins.add(begin);
        if (begins.size() == count) {
            begins.forEach(Runnable::run);
            all.complete(null);
        } else {
            next();
        }
    }

    /** Done when all are open; any thread may wait for it. */
    CompletableFuture<Void> all() {
        return all;
    }

    List<Channel> channels() {
        return channels;
    }
}
