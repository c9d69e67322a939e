package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.FilterException;
import dev.socketscope.engine.api.Opcode;
import dev.socketscope.engine.fault.TextMatcher;
import dev.socketscope.engine.query.filter.Filter;
import dev.socketscope.engine.query.filter.FilterContent;
import dev.socketscope.engine.query.filter.FilterSubject;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Understands the {@code text} of a fault's match: plain, {@code /regex/flags}, or {@code json.path==value}. */
final class FaultTexts {
    private FaultTexts() {}

    /** @throws FilterException when it cannot be understood */
    static TextMatcher parse(String text) throws FilterException {
        boolean expression = text.startsWith("/") && text.lastIndexOf('/') > 0 || text.startsWith("json.")
                || text.startsWith("json[");
        if (!expression) {
            byte[] wanted = text.getBytes(StandardCharsets.UTF_8);
            return payload -> contains(payload, wanted);
        }
        Filter filter = Filter.parse(text);
        return payload -> filter.matches(new Subject(payload));
    }

    private static boolean contains(byte[] payload, byte[] wanted) {
        for (int i = 0; i + wanted.length <= payload.length; i++) {
            if (payload[i] == wanted[0] && Arrays.equals(payload, i, i + wanted.length, wanted, 0, wanted.length)) {
                return true;
            }
        }
        return false;
    }

    /** A message of which only the content is asked. */
    private record Subject(byte[] payload) implements FilterSubject {
        @Override
        public long seq() {
            return 0;
        }

        @Override
        public Direction direction() {
            return Direction.TO_CLIENT;
        }

        @Override
        public Opcode opcode() {
            return Opcode.TEXT;
        }

        @Override
        public long length() {
            return payload.length;
        }

        @Override
        public long inProxyMicros() {
            return -1;
        }

        @Override
        public FilterContent content() {
            return new FilterContent(payload, payload.length);
        }
    }
}
