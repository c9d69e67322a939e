package dev.socketscope.engine.ws;

import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Route;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * How the engine takes part in the negotiation of permessage-deflate (RFC 7692 §7.1). It answers for neither peer; it only asks
 * both to begin every message afresh, because then each one can be inflated, dropped and replayed by itself.
 */
public final class CompressionPolicy {
    public static final String DEFLATE = "permessage-deflate";
    private static final String CLIENT_AFRESH = "client_no_context_takeover";
    private static final String SERVER_AFRESH = "server_no_context_takeover";

    private CompressionPolicy() {}

    /**
     * What was agreed.
     *
     * @param compressed whether messages may be compressed at all
     * @param clientTakesOver whether the client's messages refer to its earlier ones
     * @param serverTakesOver whether the upstream's messages refer to its earlier ones
     */
    public record Agreed(boolean compressed, boolean clientTakesOver, boolean serverTakesOver) {
        public static final Agreed NOTHING = new Agreed(false, false, false);

        /** Whether messages of that direction may refer to earlier ones (RFC 7692 §7.1.1). */
        public boolean takesOver(Direction direction) {
            return direction == Direction.TO_UPSTREAM ? clientTakesOver : serverTakesOver;
        }

        /** Whether no message of either direction refers to an earlier one. */
        public boolean standAlone() {
            return !clientTakesOver && !serverTakesOver;
        }
    }

    /**
     * The client's offer as the upstream gets it.
     *
     * @param fields values of {@code Sec-WebSocket-Extensions}, one for each header field
     * @return the values to send; empty when the header is to be left out
     */
    public static List<String> offer(Route.Compression policy, List<String> fields) {
        return switch (policy) {
            case TRANSPARENT -> List.copyOf(fields);
            case INDEPENDENT -> rewrite(fields, e -> e.with(SERVER_AFRESH).with(CLIENT_AFRESH));
            case OFF -> withoutDeflate(fields);
        };
    }

    /**
     * The upstream's answer as the client gets it. Only the client's duty may be added: an answer may ask for it even where the
     * offer did not mention it (RFC 7692 §7.1.1.2), while the upstream's own duty would be a promise on its behalf.
     */
    public static List<String> answer(Route.Compression policy, List<String> fields) {
        return switch (policy) {
            case TRANSPARENT, OFF -> List.copyOf(fields);
            case INDEPENDENT -> rewrite(fields, e -> e.with(CLIENT_AFRESH));
        };
    }

    /** What an answer means, once it has been rewritten for the client. */
    public static Agreed agreed(List<String> answered) {
        return Extensions.parse(answered)
                .flatMap(CompressionPolicy::deflate)
                .map(e -> new Agreed(true, !e.has(CLIENT_AFRESH), !e.has(SERVER_AFRESH)))
                .orElse(Agreed.NOTHING);
    }

    private static Optional<Extensions.Extension> deflate(Extensions extensions) {
        return extensions.list().stream().filter(e -> e.is(DEFLATE)).findFirst();
    }

    /** A header that nobody can read stays as it is: the peers will judge it. So does one that needs no change. */
    private static List<String> rewrite(List<String> fields, UnaryOperator<Extensions.Extension> change) {
        Extensions before = Extensions.parse(fields).orElse(Extensions.NONE);
        Extensions after = new Extensions(
                before.list().stream().map(e -> e.is(DEFLATE) ? change.apply(e) : e).toList());
        return after.equals(before) ? List.copyOf(fields) : List.of(after.toString());
    }

    private static List<String> withoutDeflate(List<String> fields) {
        Optional<Extensions> before = Extensions.parse(fields);
        if (before.isPresent() && deflate(before.get()).isEmpty()) {
            return List.copyOf(fields);
        }
        // An unreadable offer cannot be rewritten, and must not bring compression in by the back door.
        Extensions kept = new Extensions(before.orElse(Extensions.NONE)
                .list()
                .stream()
                .filter(e -> !e.is(DEFLATE))
                .toList());
        return kept.isEmpty() ? List.of() : List.of(kept.toString());
    }
}
