package dev.socketscope.engine.relay;

import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.HttpClientCodec;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Idle HTTP connections of one event loop, newest first. Only that loop may call. */
final class UpstreamPool {
    private static final int PER_UPSTREAM = 32;
    private static final int IN_ALL = 256;
    private static final long MAX_IDLE = TimeUnit.SECONDS.toNanos(30);
    /** Servers close idle connections after seconds; one that was just used is not about to be closed. */
    private static final long FRESH = TimeUnit.SECONDS.toNanos(1);

    private final Map<UpstreamAddress, ArrayDeque<UpstreamLink>> idle = new HashMap<>();
    private final EventLoop loop;
    private int size;
    private boolean sweeping;

    UpstreamPool(EventLoop loop) {
        this.loop = loop;
    }

    /**
     * @param repeatable whether the request may be sent again should the connection turn out to be stale; if not, only a
     *        connection that was used a moment ago is given
     * @return null when there is none
     */
    @Nullable
    UpstreamLink take(UpstreamAddress address, boolean repeatable) {
        ArrayDeque<UpstreamLink> links = idle.get(address);
        long now = System.nanoTime();
        while (links != null && !links.isEmpty()) {
            UpstreamLink newest = links.getFirst();
            long age = now - newest.idleSinceNanos();
            if (age <= MAX_IDLE && !repeatable && age > FRESH) {
                return null;
            }
            forget(newest);
            if (age <= MAX_IDLE && newest.channel().isActive()) {
                return newest;
            }
            newest.channel().close();
        }
        return null;
    }

    void put(UpstreamLink link) {
        if (!link.channel().isActive()) {
            return;
        }
        ArrayDeque<UpstreamLink> links = idle.computeIfAbsent(link.address(), _ -> new ArrayDeque<>());
        if (links.size() >= PER_UPSTREAM || size >= IN_ALL) {
            link.channel().close();
            return;
        }
        links.addFirst(link);
        size++;
        if (!sweeping) {
            sweeping = true;
            loop.schedule(this::sweep, MAX_IDLE, TimeUnit.NANOSECONDS);
        }
    }

    private void sweep() {
        long now = System.nanoTime();
        for (UpstreamLink link : all()) {
            if (now - link.idleSinceNanos() >= MAX_IDLE) {
                link.channel().close();
            }
        }
        sweeping = size > 0;
        if (sweeping) {
            loop.schedule(this::sweep, MAX_IDLE, TimeUnit.NANOSECONDS);
        }
    }

    private List<UpstreamLink> all() {
        return idle.values().stream().flatMap(ArrayDeque::stream).toList();
    }

    void forget(UpstreamLink link) {
        ArrayDeque<UpstreamLink> links = idle.get(link.address());
        if (links != null && links.remove(link)) {
            size--;
            if (links.isEmpty()) {
                idle.remove(link.address());
            }
        }
    }

    /** Adds the handlers of a connection that will belong to this pool. */
    ChannelInitializer<Channel> setUp(UpstreamAddress address) {
        return new ChannelInitializer<>() {
            @Override
            protected void initChannel(Channel channel) {
                channel.pipeline()
                        .addLast(new HttpClientCodec(RequestDecoder.config(), false, false),
                                new UpstreamLink(channel, UpstreamPool.this, address));
            }
        };
    }

    void closeAll() {
        all().forEach(link -> link.channel().close());
    }
}
