package dev.socketscope.engine.config;

import dev.socketscope.engine.api.BufferBounds;
import dev.socketscope.engine.api.HeaderPolicy;
import dev.socketscope.engine.api.Hold;
import dev.socketscope.engine.api.KeepAlive;
import dev.socketscope.engine.api.Reconnect;
import dev.socketscope.engine.api.Route;
import dev.socketscope.engine.api.TunnelPolicy;
import dev.socketscope.engine.api.UpstreamTls;
import java.util.SequencedMap;

/** Routes as keys with texts, numbers, lists and mappings, for any notation, defaults included; {@link RoutesReader} is the way back. */
public final class RouteWriter {
    private RouteWriter() {}

    public static SequencedMap<String, Object> write(Route route) {
        TunnelPolicy tunnel = route.tunnel();
        Keys out = new Keys()
                .with("match", new Keys().with("host", route.host()).with("path", route.path()).done())
                .with("upstream", route.upstream())
                .with("requestTimeout", route.requestTimeout())
                .with("compression", route.compression())
                .with("idleTimeout", tunnel.idleTimeout())
                .with("keepAlive", keepAlive(tunnel.keepAlive()))
                .with("hold", hold(tunnel.hold()))
                .with("reconnect", reconnect(tunnel.reconnect()))
                .with("buffer", buffer(tunnel.buffer()))
                .with("hmr", tunnel.hmr());
        return tls(headers(out, route.headers()), route.tls()).done();
    }

    private static SequencedMap<String, Object> keepAlive(KeepAlive policy) {
        return new Keys().with("pingInterval", policy.pingInterval())
                .with("pongTimeout", policy.pongTimeout())
                .with("maxMissedPongs", policy.maxMissedPongs())
                .with("legs", policy.legs())
                .done();
    }

    private static SequencedMap<String, Object> hold(Hold policy) {
        return new Keys().with("upstream", policy.upstream())
                .with("client", policy.client())
                .with("for", policy.time())
                .done();
    }

    private static SequencedMap<String, Object> reconnect(Reconnect policy) {
        return new Keys().with("initialDelay", policy.initialDelay())
                .with("maxDelay", policy.maxDelay())
                .with("multiplier", policy.multiplier())
                .with("jitter", policy.jitter())
                .with("maxAttempts", policy.maxAttempts())
                .done();
    }

    private static SequencedMap<String, Object> buffer(BufferBounds bounds) {
        return new Keys().with("maxMessages", bounds.maxMessages())
                .with("maxAge", bounds.maxAge())
                .with("maxBytes", Sizes.text(bounds.maxBytes()))
                .done();
    }

    private static Keys tls(Keys out, UpstreamTls policy) {
        Keys tls = new Keys();
        policy.authorities().ifPresent(file -> tls.with("ca", file.toString()));
        policy.certificate()
                .ifPresent(files -> tls.with("cert", files.certificate().toString())
                        .with("key", files.key().toString()));
        policy.serverName().ifPresent(name -> tls.with("serverName", name));
        out.with("verifyTls", policy.verify());
        return tls.done().isEmpty() ? out : out.with("tls", tls.done());
    }

    private static Keys headers(Keys out, HeaderPolicy policy) {
        Keys headers = policy.all() ? new Keys().with("forward", "all")
                : new Keys().with("forward", policy.allowed().stream().sorted().toList());
        return out.with("headers", headers.done());
    }
}
