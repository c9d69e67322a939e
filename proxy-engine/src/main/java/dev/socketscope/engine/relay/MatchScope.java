package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.FaultMatch;
import dev.socketscope.engine.api.FilterException;
import dev.socketscope.engine.fault.ConnectionFacts;
import dev.socketscope.engine.fault.TextMatcher;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a selector means, and whom it selects now. */
sealed interface MatchScope {
    /**
     * It can be used.
     *
     * @param text what {@code match.text} means; null when there is none
     * @param connections that it selects
     * @param problems why it cannot act on some of them
     */
    record Fit(@Nullable TextMatcher text, List<ConnectionFacts> connections,
            List<String> problems) implements MatchScope {}

    /** It cannot be used, or on none of the connections that it selects. */
    record Unfit(String reason) implements MatchScope {}

    /** @param problem why something cannot act on a connection; empty when it can. Any thread */
    static MatchScope of(FaultMatch match, ConnectionRegistry registry, Function<ConnectionFacts, String> problem) {
        String wanted = match.connection();
        if (wanted != null && registry.find(wanted) == null) {
            return new Unfit("match.connection: there is no connection " + wanted + ".");
        }
        TextMatcher text = null;
        String expression = match.text();
        if (expression != null) {
            try {
                text = FaultTexts.parse(expression);
            } catch (FilterException e) {
                return new Unfit("match.text: " + e.getMessage());
            }
        }
        List<ConnectionFacts> connections = registry.tunnels()
                .stream()
                .map(tunnel -> tunnel.faults().facts())
                .filter(facts -> facts.isIn(match))
                .toList();
        List<String> problems = connections.stream().map(problem).filter(p -> !p.isEmpty()).toList();
        return !problems.isEmpty() && problems.size() == connections.size() ? new Unfit(problems.getFirst())
                : new Fit(text, connections, problems);
    }
}
