package dev.socketscope.app.conversation;

import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.Units;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.conversation.Difference;
import dev.socketscope.engine.conversation.Outcome;
import java.util.Locale;

/** Says what came of a conversation. */
final class Sentences {
    private Sentences() {}

    /** {@code 5 of 5 said; the server said 8, then 9.} */
    static String of(Outcome outcome) {
        String other = Strings.of(outcome.mine() == Direction.TO_UPSTREAM ? "again.server" : "again.client");
        return Strings.of("again.outcome", Units.count(outcome.said()), Units.count(outcome.toSay()), other,
                Units.count(outcome.heard()), Units.count(outcome.recorded()));
    }

    /** {@code The same}, or how many differences. */
    static String verdict(Outcome outcome) {
        int found = outcome.differences().size();
        return outcome.same() ? Strings.of("again.same")
                : found == 0 ? Strings.of("again.unsaid")
                        : found == 1 ? Strings.of("again.difference")
                                : Strings.of("again.differences", Units.count(found));
    }

    /** {@code Changed #3}. */
    static String kind(Difference difference) {
        String kind = Strings.of("again.kind." + difference.kind().name().toLowerCase(Locale.ROOT));
        return difference.place() == 0 ? kind : Strings.of("again.kind.place", kind, Units.count(difference.place()));
    }

    static String tone(Difference difference) {
        return switch (difference.kind()) {
            case MISSING, CLOSE -> "broken";
            case EXTRA -> "accent";
            case CHANGED -> "held";
        };
    }
}
