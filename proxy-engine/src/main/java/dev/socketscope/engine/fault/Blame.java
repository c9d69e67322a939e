package dev.socketscope.engine.fault;

import dev.socketscope.engine.api.CloseCode;
import dev.socketscope.engine.api.CloseInfo;
import dev.socketscope.engine.api.FaultType;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which fault a peer's end goes back to, as far as what faults have done to the connection tells: a Close frame with a code that broken
 * messages lead to (RFC 6455 §7.4.1), or silence where pings or pongs were held up. Belongs to the connection's thread.
 */
final class Blame {
    private static final Set<FaultType> OF_PINGS = EnumSet.of(FaultType.SWALLOW_PING, FaultType.SWALLOW_PONG,
            FaultType.DELAY_PONG);
    private static final Set<FaultType> OF_LINKS = EnumSet.of(FaultType.LATENCY, FaultType.BANDWIDTH, FaultType.SLICE,
            FaultType.BLACK_HOLE);

    /** The fault of each type that acted last, in the order in which they acted. */
    private final LinkedHashMap<FaultType, String> acted = new LinkedHashMap<>();

    void acted(Firing firing) {
        acted.putLast(firing.type(), firing.fault());
    }

    /**
     * @param manner how the peer ended the connection
     * @param code of its Close frame
     * @param pings whether that peer sends pings, so that it may have missed a pong
     * @param armed ids of the faults that are still there: a link that is whole again holds up nothing
     * @return the id of the fault that the end most probably goes back to; null when none is known to lead to that
     */
    @Nullable
    String of(CloseInfo.Manner manner, int code, boolean pings, Collection<String> armed) {
        return switch (manner) {
            case CLOSE_FRAME -> ofClose(code);
            case SILENCE -> ofSilence(armed);
            case FIN, RST -> pings ? ofSilence(armed) : null;
            case HANDSHAKE -> null;
        };
    }

    private @Nullable String ofClose(int code) {
        return switch (code) {
            // Chromium closes so at invalid text, too.
            case CloseCode.PROTOCOL_ERROR -> last(
                    type -> type == FaultType.VIOLATE || type == FaultType.CORRUPT || type == FaultType.REPLACE);
            case CloseCode.INVALID_DATA -> last(type -> type == FaultType.CORRUPT || type == FaultType.REPLACE);
            case CloseCode.TOO_BIG -> last(type -> type == FaultType.REPLACE);
            default -> null;
        };
    }

    private @Nullable String ofSilence(Collection<String> armed) {
        return last(type -> OF_PINGS.contains(type) || OF_LINKS.contains(type) && armed.contains(acted.get(type)));
    }

    private @Nullable String last(Predicate<FaultType> leadsToIt) {
        return acted.sequencedEntrySet()
                .reversed()
                .stream()
                .filter(each -> leadsToIt.test(each.getKey()))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElse(null);
    }
}
