package dev.socketscope.engine.relay;

import io.netty.handler.codec.http.QueryStringDecoder;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What a page asks for when it polls.
 *
 * @param url path and query of the WebSocket that it stands for
 * @param wish names the session, and how much of it the page has
 * @param patience how long the answer may take when there is nothing to say
 */
record PollRequest(String url, ResumeRequest wish, Duration patience) {
    private static final long LONGEST_WAIT = 25;

    /** @throws IllegalArgumentException that names the parameter, its value and what was expected */
    static PollRequest parse(RequestTarget target) {
        Map<String, List<String>> parameters = new QueryStringDecoder(target.originForm()).parameters();
        String url = one(parameters, "url", "");
        if (!url.startsWith("/") || url.chars().anyMatch(c -> c <= ' ' || c > '~')) {
            throw bad("url", url, "the path of a WebSocket, such as /ws?room=1");
        }
        String token = one(parameters, "_resume", "");
        if (!ResumeRequest.isToken(token)) {
            throw bad("_resume", token, "8 to 128 of the characters A-Z, a-z, 0-9, _ and -");
        }
        long received = number("_received", one(parameters, "_received", "0"));
        long sessions = number("_sessions", one(parameters, "_sessions", "0"));
        long seconds = Math.min(LONGEST_WAIT, number("wait", one(parameters, "wait", "" + LONGEST_WAIT)));
        return new PollRequest(url, new ResumeRequest(token, received, sessions), Duration.ofSeconds(seconds));
    }

    private static String one(Map<String, List<String>> parameters, String name, String otherwise) {
        List<String> values = parameters.getOrDefault(name, List.of());
        return values.isEmpty() ? otherwise : values.getFirst();
    }

    private static long number(String name, String value) {
        if (!ResumeRequest.isCount(value)) {
            throw bad(name, value, "a number, 0 or more");
        }
        return Long.parseLong(value);
    }

    private static IllegalArgumentException bad(String name, String value, String expected) {
        return new IllegalArgumentException(name + " \"" + value + "\": expected " + expected + ".");
    }

    /** The WebSocket's path and query with the session in it. */
    String socketUrl() {
        return url + (url.indexOf('?') < 0 ? '?' : '&') + "_resume=" + wish.token() + "&_received=" + wish.received()
                + "&_sessions=" + wish.sessions();
    }
}
