package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.Event.Settlement;
import dev.socketscope.engine.api.Leg;
import dev.socketscope.engine.hmr.GapSettler;
import dev.socketscope.engine.hmr.HmrDetector;
import dev.socketscope.engine.hmr.HmrDialect;
import dev.socketscope.engine.hmr.Settler;
import dev.socketscope.engine.hmr.ViteClientToken;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** After the upstream of a hot-reload socket was away: finds out what its page must be told, and tells it. */
final class GapCare {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final RelayContext relay;
    private final Tunnel tunnel;
    private final HmrSocket socket;

    GapCare(RelayContext relay, Tunnel tunnel, HmrSocket socket) {
        this.relay = relay;
        this.tunnel = tunnel;
        this.socket = socket;
    }

    /** The upstream is back. */
    void upstreamBack() {
        if (socket.mayBeParcel()) {
            GapSettler.Question check = new GapSettler.Question(HmrDetector.PARCEL_CHECK, "", false);
            fetch().ask(List.of(check), (_, answer) -> socket.answered(answer), this::settle);
        } else {
            settle();
        }
    }

    private PageFetch fetch() {
        return new PageFetch(relay, tunnel, LIMIT);
    }

    /** Finds out what the page has missed, in the way of its server. */
    void settle() {
        HmrDialect.GapRule rule = socket.afterGap();
        if (rule == null) {
            return;
        }
        switch (rule) {
            case REVALIDATE -> revalidate();
            case COMPARE -> ask(new PageFetch(relay, tunnel, BundleCare.LIMIT), socket.bundleSettler());
            case SETTLES_ITSELF -> tell(Settlement.NOTHING, null, "the server's greeting tells the page");
            case SYNC -> sync();
        }
    }

    /** The upstream has refused the upgrade that it accepted before; true when that is the end of it. */
    boolean upstreamRefuses(int status) {
        if (status != 400 || socket.afterGap() != HmrDialect.GapRule.REVALIDATE) {
            return false;
        }
        revalidate();
        return true;
    }

    private void sync() {
        String ask = "{\"type\":\"sync\",\"since\":" + socket.newest().toEpochMilli() + "}";
        tunnel.to(Leg.UPSTREAM).inject(EngineFrame.text(Leg.UPSTREAM, ask));
        tell(Settlement.NOTHING, null, "the server was asked for what was missed");
    }

    private void revalidate() {
        GapSettler settler = socket.settler();
        if (socket.errorStands()) {
            settler.errorShown();
        }
        GapSettler.Question script = new GapSettler.Question(clientScript(), "", false);
        fetch().ask(List.of(script), (_, answer) -> settler.tokens(tokenBefore(),
                answer.status() == 200 ? ViteClientToken.read(new String(answer.body(), StandardCharsets.UTF_8)) : ""),
                () -> ask(fetch(), settler));
    }

    private String clientScript() {
        String path = tunnel.connection().path();
        return (path.endsWith("/") ? path : path + "/") + "@vite/client";
    }

    private String tokenBefore() {
        String query = tunnel.connection().target().query();
        String token = query == null ? "" : ViteClientToken.ofQuery(query);
        return token.isEmpty() ? socket.pages().token() : token;
    }

    private void ask(PageFetch fetch, Settler settler) {
        fetch.ask(settler.questions(), settler::answered, () -> {
            GapSettler.Decision decision = settler.decide(System.currentTimeMillis());
            socket.settled(settler.waitsForBuild());
            tell(decision.settlement(), decision.message(), decision.detail());
        });
    }

    private void tell(Settlement settlement, @Nullable String message, String detail) {
        if (tunnel.connection().close() != null) {
            return;
        }
        relay.events().gapSettled(tunnel.connection().id(), socket.dialectName(), settlement, detail);
        if (message != null) {
            EngineFrame frame = EngineFrame.text(Leg.CLIENT, message);
            socket.told(frame.payload());
            tunnel.to(Leg.CLIENT).inject(frame);
        }
    }
}
