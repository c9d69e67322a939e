package dev.socketscope.engine.api;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Faults of the upgrade. They select among handshakes: {@code everyNth}, {@code skip} and {@code count} count those. */
public sealed interface HandshakeFault extends FaultSpec {
    /**
     * The engine answers instead of the upstream.
     *
     * @param status 200 to 599
     * @param headers names and values as they go out; none that frames the answer
     * @param body text in UTF-8, at most 65,536 characters
     */
    record Refuse(int status, List<Header> headers, String body) implements HandshakeFault {
        private static final int LONGEST_BODY = 1 << 16;
        private static final int MOST_HEADERS = 50;
        private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,200}");
        private static final Pattern VALUE = Pattern.compile("[\\x20-\\x7E\\t]{0,4000}");
        private static final Set<String> FRAMING = Set.of("connection", "content-length", "transfer-encoding",
                "upgrade",
                "trailer");

        public Refuse {
            FaultChecks.number("status", status, 200, 599);
            headers = List.copyOf(headers);
            if (headers.size() > MOST_HEADERS) {
                throw FaultChecks.unfit("headers", headers.size() + " headers", "at most " + MOST_HEADERS);
            }
            headers.forEach(Refuse::check);
            FaultChecks.length("body", body, 0, LONGEST_BODY);
        }

        /** Whoever writes the fault must not be able to write a second answer into the first. */
        private static void check(Header header) {
            if (!TOKEN.matcher(header.name()).matches() || FRAMING.contains(header.name().toLowerCase(Locale.ROOT))) {
                throw FaultChecks.unfit("headers", "the name \"" + header.name() + '"',
                        "a token of RFC 9110 §5.6.2 that does not frame the answer");
            }
            if (!VALUE.matcher(header.value()).matches()) {
                throw FaultChecks.unfit("headers", "a value of " + header.name() + " with other characters",
                        "at most 4000 printable ASCII characters");
            }
        }
    }

    /** The upgrade is kept back for so long before the upstream is asked. */
    record Delay(Duration delay) implements HandshakeFault {
        public Delay {
            FaultChecks.delay("delay", delay);
        }
    }

    /** The client is never answered. */
    record Hang() implements HandshakeFault {}

    /**
     * The client's TCP connection ends without an answer.
     *
     * @param mode how; not {@code CLOSE}, for there is no WebSocket yet
     */
    record Drop(Command.Mode mode) implements HandshakeFault {
        public Drop {
            if (mode == Command.Mode.CLOSE) {
                throw FaultChecks.unfit("mode", "close", "fin or rst: before the upgrade there are no Close frames");
            }
        }
    }
}
