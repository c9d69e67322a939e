package dev.socketscope.engine.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the application did while a scenario was played.
 *
 * @param started of this process's clock
 * @param took how long the clock ran
 * @param clients that had a connection open, in the order of their first one
 * @param losses by time
 * @param closes by time
 * @param deadPeers by time
 * @param metrics those that were asked for and are there, as {@link Expectation.Metric} counts
 * @param missed events that the engine had dropped before they could be read, or that were of more connections than can be followed
 */
public record Observation(Instant started, Duration took, List<Client> clients, List<Loss> losses, List<Closed> closes,
        Messages messages, List<Reload> reloads, List<DeadPeer> deadPeers, SortedMap<String, Double> metrics,
        long missed) {
    /** What one of the clients lost. */
    public List<Loss> losses(Client client) {
        return losses.stream().filter(loss -> client.connections().contains(loss.connection())).toList();
    }

    /** How many connections ended with which code: {@code 1001 × 2, 1006 × 1}; empty when none ended. */
    public String closeCodes() {
        return closes.stream()
                .collect(Collectors.groupingBy((Closed c) -> c.close().code(), TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(code -> code.getKey() + " × " + code.getValue())
                .collect(Collectors.joining(", "));
    }
}
