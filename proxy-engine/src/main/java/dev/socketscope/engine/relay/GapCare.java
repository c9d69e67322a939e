package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.Event.Settlement;
import dev.socketscope.engine.api.Header;
import dev.socketscope.engine.api.Leg;
import dev.socketscope.engine.hmr.GapSettler;
import dev.socketscope.engine.hmr.HmrDetector;
import dev.socketscope.engine.hmr.HmrDialect;
import dev.socketscope.engine.hmr.HmrMessages;
import dev.socketscope.engine.hmr.ViteClientToken;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** After the upstream of a hot-reload socket was away: finds out what its page must be told, and tells it. */
final class GapCare {
    private static final int LINES = 4;
    private static final long LIMIT_SECONDS = 10;
    private static final Set<String> OF_THE_PAGE = Set.of("host", "cookie", "authorization", "user-agent",
            "x-forwarded-host", "x-forwarded-proto");

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
            fetch(List.of(check), (_, answer) -> socket.answered(answer),
                    this::settleByRule);
        } else {
            settleByRule();
        }
    }

    private void settleByRule() {
        HmrDialect.GapRule rule = socket.afterGap();
        if (rule == null) {
            return;
        }
        switch (rule) {
            case REVALIDATE -> settle();
            case SETTLES_ITSELF -> tell(Settlement.NOTHING, null, "the server's greeting tells the page");
            case RELOAD -> tell(Settlement.RELOAD, HmrMessages.PARCEL_RELOAD, "the server cannot say what was missed");
            case SYNC -> sync();
        }
    }

    /** The upstream has refused the upgrade that it accepted before; true when that is the end of it. */
    boolean upstreamRefuses(int status) {
        if (status != 400 || socket.afterGap() != HmrDialect.GapRule.REVALIDATE) {
            return false;
        }
        settle();
        return true;
    }

    private void sync() {
        String ask = "{\"type\":\"sync\",\"since\":" + socket.newest().toEpochMilli() + "}";
        tunnel.to(Leg.UPSTREAM).inject(EngineFrame.text(Leg.UPSTREAM, ask));
        tell(Settlement.NOTHING, null, "the server was asked for what was missed");
    }

    private void settle() {
        GapSettler settler = socket.settler();
        if (socket.errorStands()) {
            settler.errorShown();
        }
        GapSettler.Question script = new GapSettler.Question(clientScript(), "", false);
        fetch(List.of(script), (_, answer) -> settler.tokens(tokenBefore(),
                answer.status() == 200 ? ViteClientToken.read(new String(answer.body(), StandardCharsets.UTF_8)) : ""),
                () -> ask(settler));
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

    private void ask(GapSettler settler) {
        List<GapSettler.Question> questions = settler.questions();
        fetch(questions, settler::answered, () -> {
            GapSettler.Decision decision = settler.decide(System.currentTimeMillis());
            socket.settled();
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

    private void fetch(List<GapSettler.Question> questions, BiConsumer<GapSettler.Question, GapSettler.Answer> answers,
            Runnable then) {
        int lines = Math.min(LINES, questions.size());
        if (lines == 0) {
            then.run();
            return;
        }
        int[] left = {lines};
        for (int line = 0; line < lines; line++) {
            Deque<GapSettler.Question> share = new ArrayDeque<>();
            for (int i = line; i < questions.size(); i += lines) {
                share.add(questions.get(i));
            }
            FetchLine asks = new FetchLine(share, headers(), answers, () -> {
                if (--left[0] == 0) {
                    then.run();
                }
            });
            relay.connector()
                    .connect(tunnel.loop(), tunnel.connection().upstream(),
                            relay.admission().limits().handshakeTimeout(), asks.setUp(), asks);
            tunnel.loop().schedule(asks::giveUp, LIMIT_SECONDS, TimeUnit.SECONDS);
        }
    }

    /** What the page itself would send along. */
    private HttpHeaders headers() {
        HttpHeaders headers = new DefaultHttpHeaders();
        for (Header header : tunnel.record().forwarded()) {
            if (OF_THE_PAGE.contains(header.name().toLowerCase(java.util.Locale.ROOT))) {
                headers.add(header.name(), header.value());
            }
        }
        return headers.set(Fields.VIA, HeaderRules.VIA);
    }
}
