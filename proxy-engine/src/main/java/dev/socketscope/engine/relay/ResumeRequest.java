package dev.socketscope.engine.relay;

import io.netty.handler.codec.http.HttpHeaders;
import io.netty.util.AsciiString;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A client's wish to be resumed, in the query ({@code _resume}, {@code _received}, {@code _sessions}) or in header fields. None of them
 * reaches the upstream.
 *
 * @param token chosen by the client; whoever knows it is taken for the client
 * @param received how many messages of this session the client has; {@link #UNTOLD} when it does not count them
 * @param sessions of how many sessions under this token the client has read the beginning; 0 also when it does not say
 */
record ResumeRequest(String token, long received, long sessions) {
    static final AsciiString TOKEN = AsciiString.cached("Socketscope-Resume");
    static final AsciiString RECEIVED = AsciiString.cached("Socketscope-Received");
    static final AsciiString SESSIONS = AsciiString.cached("Socketscope-Sessions");
    static final long UNTOLD = -1;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{8,128}");
    private static final Pattern COUNT = Pattern.compile("[0-9]{1,18}");
    private static final String TOKEN_PARAMETER = "_resume=";
    private static final String RECEIVED_PARAMETER = "_received=";
    private static final String SESSIONS_PARAMETER = "_sessions=";

    /** What is left of a request when the wish has been taken out, and the wish; {@code problem} is empty when it can be read. */
    record Taken(RequestTarget target, @Nullable ResumeRequest wish, String problem) {}

    /** Takes the wish out of the headers, in place, and out of the target. */
    static Taken from(HttpHeaders headers, RequestTarget target) {
        String token = headers.get(TOKEN);
        String received = headers.get(RECEIVED);
        String sessions = headers.get(SESSIONS);
        headers.remove(TOKEN).remove(RECEIVED).remove(SESSIONS);
        List<String> kept = new ArrayList<>();
        if (target.query() != null) {
            for (String parameter : target.query().split("&", -1)) {
                if (parameter.startsWith(TOKEN_PARAMETER)) {
                    token = parameter.substring(TOKEN_PARAMETER.length());
                } else if (parameter.startsWith(RECEIVED_PARAMETER) && target.query().contains(TOKEN_PARAMETER)) {
                    received = parameter.substring(RECEIVED_PARAMETER.length());
                } else if (parameter.startsWith(SESSIONS_PARAMETER) && target.query().contains(TOKEN_PARAMETER)) {
                    sessions = parameter.substring(SESSIONS_PARAMETER.length());
                } else {
                    kept.add(parameter);
                }
            }
        }
        if (token == null) {
            return new Taken(target, null, "");
        }
        RequestTarget rest = new RequestTarget(target.authority(), target.path(),
                kept.isEmpty() ? null : String.join("&", kept));
        if (!isToken(token)) {
            return new Taken(rest, null, "_resume must be 8 to 128 of the characters A-Z, a-z, 0-9, _ and -.");
        }
        if (received != null && !isCount(received)) {
            return new Taken(rest, null, "_received must be a number of messages, 0 or more.");
        }
        if (sessions != null && !isCount(sessions)) {
            return new Taken(rest, null, "_sessions must be a number of sessions, 0 or more.");
        }
        return new Taken(rest, new ResumeRequest(token, received == null ? UNTOLD : Long.parseLong(received),
                sessions == null ? 0 : Long.parseLong(sessions)), "");
    }

    static boolean isToken(String text) {
        return FORM.matcher(text).matches();
    }

    static boolean isCount(String text) {
        return COUNT.matcher(text).matches();
    }

    /**
     * Whether a client that comes back to the session which this wish began has read that it began. Otherwise its count is that of
     * the session before.
     */
    boolean heardOfBy(ResumeRequest back) {
        return back.sessions == 0 || back.sessions > sessions;
    }

    /** Whether the client counts messages, so that none is lost and none comes twice. */
    boolean counts() {
        return received != UNTOLD;
    }
}
