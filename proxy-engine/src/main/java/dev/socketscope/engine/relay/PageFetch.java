package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.Header;
import dev.socketscope.engine.hmr.GapSettler;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/** Asks the upstream of a page's socket what the page itself would ask. Belongs to the tunnel's event loop. */
final class PageFetch {
    private static final int LINES = 4;
    private static final Set<String> OF_THE_PAGE = Set.of("host", "cookie", "authorization", "user-agent",
            "x-forwarded-host", "x-forwarded-proto");

    private final RelayContext relay;
    private final Tunnel tunnel;
    private final Duration limit;

    /** @param limit after which what has not been answered counts as unanswered */
    PageFetch(RelayContext relay, Tunnel tunnel, Duration limit) {
        this.relay = relay;
        this.tunnel = tunnel;
        this.limit = limit;
    }

    /**
     * @param answers hears every answer; status 0 when none came
     * @param then runs when every question has been answered
     */
    void ask(List<GapSettler.Question> questions, BiConsumer<GapSettler.Question, GapSettler.Answer> answers,
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
            tunnel.loop().schedule(asks::giveUp, limit.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** What the page itself would send along. */
    private HttpHeaders headers() {
        HttpHeaders headers = new DefaultHttpHeaders();
        for (Header header : tunnel.record().forwarded()) {
            if (OF_THE_PAGE.contains(header.name().toLowerCase(Locale.ROOT))) {
                headers.add(header.name(), header.value());
            }
        }
        return headers.set(Fields.VIA, HeaderRules.VIA);
    }
}
