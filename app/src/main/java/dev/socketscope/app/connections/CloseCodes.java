package dev.socketscope.app.connections;

import dev.socketscope.app.controls.Strings;
import dev.socketscope.engine.api.CloseCode;
import java.util.List;
import java.util.Optional;

/** Codes and reasons that may stand in a Close frame (RFC 6455 §7.4). */
final class CloseCodes {
    static final List<String> SUGGESTED = List.of("1000 Normal closure", "1001 Going away", "1002 Protocol error",
            "1003 Unsupported data", "1007 Invalid payload", "1008 Policy violation", "1009 Message too big",
            "1011 Internal error", "1012 Service restart", "1013 Try again later", "1014 Bad gateway",
            "4000 Application");

    private CloseCodes() {}

    /** @param text a number, which words may follow */
    static int number(String text) {
        String digits = text.strip().split("\\s+", 2)[0];
        return digits.matches("\\d{1,5}") ? Integer.parseInt(digits) : -1;
    }

    /** What forbids this code and this reason; empty when nothing does. */
    static Optional<String> problem(String code, String reason) {
        if (!CloseCode.mayStandOnWire(number(code))) {
            return Optional.of(Strings.of("cut.wrong.code"));
        }
        int length = CloseCode.lengthOnWire(reason);
        return length <= CloseCode.LONGEST_REASON ? Optional.empty()
                : Optional.of(Strings.of("cut.wrong.reason", Integer.toString(length)));
    }
}
