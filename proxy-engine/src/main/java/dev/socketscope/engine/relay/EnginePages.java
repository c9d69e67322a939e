package dev.socketscope.engine.relay;

import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import org.jspecify.annotations.Nullable;

/** What the engine itself serves on its listener, below {@code /__socketscope/}: the browser client and its polling fallback. */
final class EnginePages {
    private static final String PREFIX = "/__socketscope/";
    private static final String SCRIPT = PREFIX + "client.js";
    private static final String POLL = PREFIX + "poll";

    private EnginePages() {}

    static boolean concern(RequestFacts facts) {
        return facts.target().path().startsWith(PREFIX) && !facts.upgrade();
    }

    static void serve(RelayContext relay, HttpFrontend frontend, HttpRequest request, RequestFacts facts) {
        Refusal problem = problem(request, facts);
        if (problem != null) {
            frontend.refuse(problem, request.headers(), facts);
        } else if (facts.target().path().equals(SCRIPT)) {
            frontend.serve(new DiscardedRequest(), facts);
            frontend.client().writeAndFlush(ClientScript.answer(request.headers(), facts));
            frontend.answered(!facts.keepAlive());
        } else {
            frontend.serve(new PollExchange(relay, frontend, request, facts), facts);
        }
    }

    private static @Nullable Refusal problem(HttpRequest request, RequestFacts facts) {
        String path = facts.target().path();
        boolean get = HttpMethod.GET.equals(facts.method()) || facts.head() && path.equals(SCRIPT);
        if (!path.equals(SCRIPT) && !path.equals(POLL)) {
            return new Refusal(HttpResponseStatus.NOT_FOUND, "The engine serves nothing at " + path + ".",
                    "There are " + SCRIPT + " and " + POLL + ".", 0);
        }
        if (!get && !(path.equals(POLL) && HttpMethod.POST.equals(facts.method()))) {
            return new Refusal(HttpResponseStatus.METHOD_NOT_ALLOWED, facts.method() + " is not for " + path + ".", "",
                    0);
        }
        return path.equals(POLL) && foreign(request) ? new Refusal(HttpResponseStatus.FORBIDDEN,
                "Pages of other origins may not poll here.", "The page must come from the host that it polls.", 0)
                : null;
    }

    /** A page elsewhere must not read or write somebody's WebSocket with the cookies of this host. */
    private static boolean foreign(HttpRequest request) {
        String origin = request.headers().get("Origin");
        String host = request.headers().get(Fields.HOST, "");
        boolean otherOrigin = origin != null
                && !origin.substring(origin.indexOf("://") < 0 ? 0 : origin.indexOf("://") + 3)
                        .equalsIgnoreCase(host);
        String site = request.headers().get("Sec-Fetch-Site", "same-origin");
        return otherOrigin || !site.equals("same-origin") && !site.equals("none");
    }
}
