package dev.socketscope.engine.relay;

import static dev.socketscope.engine.relay.WireText.fromUpstream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Hold;
import dev.socketscope.engine.api.TunnelPolicy;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A client comes back on a socket that breaks before everything that waited has left for it: the rest waits for the next one. */
class BrokenReturnTest {
    private static final TunnelPolicy HELD = TunnelPolicy.DEFAULT.with(new Hold(true, true, Duration.ofSeconds(30)));

    /** A socket of this machine's whose kernel takes so many writes and no more. */
    private static final class Breaking extends EmbeddedChannel {
        Breaking(int writes) {
            super(new ChannelOutboundHandlerAdapter() {
                private int left = writes;

                @Override
                public void write(ChannelHandlerContext ctx, Object bytes, ChannelPromise promise) {
                    if (left-- > 0) {
                        ctx.write(bytes, promise);
                    } else {
                        ReferenceCountUtil.release(bytes);
                        promise.setFailure(new IOException("Broken pipe"));
                    }
                }
            });
        }

        @Override
        protected SocketAddress remoteAddress0() {
            return new InetSocketAddress(InetAddress.getLoopbackAddress(), 1);
        }
    }

    private static EmbeddedChannel closed() {
        EmbeddedChannel channel = new EmbeddedChannel();
        channel.close();
        return channel;
    }

    /** As {@link Adoption} does, once the client has had its 101. */
    private static void arrive(LocalEngine engine, EmbeddedChannel socket) {
        Tunnel tunnel = Engines.tunnel(engine);
        tunnel.run(() -> tunnel.survival().clientReturn().arrived(socket, null, new EarlyBytes())).join();
    }

    private static void awaitAway(LocalEngine engine) {
        await().until(() -> Engines.only(engine).state() == Connection.State.CLIENT_AWAY);
    }

    private static void awaitWaiting(LocalEngine engine, int messages) {
        await().until(() -> Engines.only(engine).survival().bufferedToClient() == messages);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void messagesThatTheKernelHasNotTakenWaitForTheNextSocket(int taken) {
        try (RawTunnel t = new RawTunnel(HELD)) {
            t.client.reset();
            awaitAway(t.engine);
            t.upstream.send(fromUpstream("m1")).send(fromUpstream("m2")).send(fromUpstream("m3"));
            awaitWaiting(t.engine, 3);
            arrive(t.engine, new Breaking(taken));
            awaitAway(t.engine);
            awaitWaiting(t.engine, 3 - taken);
            t.upstream.send(fromUpstream("m4"));
            awaitWaiting(t.engine, 4 - taken);
            try (Raw back = Raw.connect(Engines.port(t.engine)).upgrade("/raw")) {
                back.head();
                for (int next = taken + 1; next <= 4; next++) {
                    assertThat(WireText.read(back).text()).isEqualTo("m" + next);
                }
                awaitWaiting(t.engine, 0);
            }
        }
    }

    @Test
    void updatesThatNoSocketHasTakenWaitForTheNextOne() throws IOException {
        for (EmbeddedChannel broken : List.of(closed(), new Breaking(0), new Breaking(1))) {
            try (DevBench bench = new DevBench()) {
                bench.server.protocol = "";
                String wish = "Socketscope-Resume: page-token-1";
                bench.page("/_hmr", wish).reset();
                Raw upstream = bench.server.socket();
                awaitAway(bench.engine);
                upstream.send(fromUpstream("{\"type\":\"update\",\"path\":\"/a.js\",\"timestamp\":1}"))
                        .send(fromUpstream("{\"type\":\"update\",\"path\":\"/b.js\",\"timestamp\":2}"));
                await().until(() -> bench.status().queue().size() == 2);
                arrive(bench.engine, broken);
                awaitAway(bench.engine);
                assertThat(bench.status().queue()).hasSize(2);
                try (Raw back = bench.page("/_hmr", wish)) {
                    assertThat(WireText.read(back).text()).contains("/a.js");
                    assertThat(WireText.read(back).text()).contains("/b.js");
                    assertThat(bench.status().queue()).isEmpty();
                }
            }
        }
    }
}
