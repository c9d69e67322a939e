package dev.socketscope.engine.scenario;

import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Event;
import dev.socketscope.engine.api.EventPage;
import dev.socketscope.engine.api.Fault;
import dev.socketscope.engine.api.FaultMatch;
import dev.socketscope.engine.api.HmrStatus;
import dev.socketscope.engine.story.ClientStories;
import dev.socketscope.engine.story.RetryPattern;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;

/**
 * Gathers what an engine tells while a scenario is played, and makes an {@link Observation} of it whenever asked. Belongs to one thread.
 */
final class Watch {
    private static final int MOST_CONNECTIONS = 10_000;
    /** Vite's page asks with this subprotocol whether the server is back; such a socket carries nothing. */
    private static final String PROBE = "vite-ping";

    private final FaultMatch scope;
    private final Instant started;
    private final LossMeter losses = new LossMeter();
    private final SilenceMeter silence = new SilenceMeter(losses::opened);
    private final MessageMeter messages = new MessageMeter();
    private final ReloadMeter reloads;
    private final Set<String> over = new HashSet<>();
    private final Map<String, Connection> connections = new LinkedHashMap<>();
    private final Set<String> followed = new HashSet<>();
    private long missed;

    /**
     * @param scope which connections are judged
     * @param there what the engine's list holds; those that have ended concern nobody
     */
    Watch(FaultMatch scope, Instant started, List<Connection> there) {
        this.scope = scope;
        this.started = started;
        this.reloads = new ReloadMeter(started);
        for (Connection each : there) {
            if (each.live() && follows(each.id())) {
                losses.was(each);
                connections.put(each.id(), each);
            } else {
                over.add(each.id());
            }
        }
    }

    /** A fault that events may name by its id. */
    void known(String id, Fault fault) {
        silence.known(id, fault);
        messages.known(id, fault);
    }

    /** The scenario is about to end a connection. */
    void ending(String connection) {
        silence.ending(connection);
    }

    void take(EventPage page) {
        missed += page.missed();
        for (Event event : page.events()) {
            String id = event.connection();
            if (id != null && !follows(id)) {
                missed += over.contains(id) ? 0 : 1;
                continue;
            }
            losses.take(event);
            silence.take(event);
            messages.take(event);
            reloads.take(event);
        }
    }

    /** The engine's list as it is now; those of the ended ones that it has forgotten stay known here. */
    void see(List<Connection> now, List<HmrStatus> pages) {
        for (Connection each : now) {
            if (follows(each.id())) {
                connections.put(each.id(), each);
            }
        }
        reloads.see(pages.stream().filter(page -> followed.contains(page.connection())).toList());
    }

    /** Whether it concerns somebody and there is room for it. */
    private boolean follows(String id) {
        return followed.contains(id)
                || !over.contains(id) && followed.size() < MOST_CONNECTIONS && followed.add(id);
    }

    /** Connections that are judged and open now. */
    List<Connection> open() {
        return connections.values()
                .stream()
                .filter(each -> judged(each) && each.state() != Connection.State.CONNECTING && each.live())
                .toList();
    }

    private boolean judged(Connection connection) {
        return scope.selects(connection) && !PROBE.equals(connection.subprotocol());
    }

    /**
     * What there was until now.
     *
     * @param metrics see {@link Observation#metrics}
     */
    Observation observe(Instant now, Duration took, SortedMap<String, Double> metrics) {
        List<Connection> judged = connections.values().stream().filter(this::judged).toList();
        List<List<Connection>> stories = ClientStories.of(judged)
                .stream()
                .filter(story -> story.stream().anyMatch(each -> losses.opened(each.id()) != null))
                .toList();
        return new Observation(started, took, stories.stream().map(Watch::client).toList(),
                stories.stream()
                        .flatMap(story -> losses.losses(story, now).stream())
                        .sorted(Comparator.comparing(Loss::at))
                        .toList(),
                judged.stream()
                        .map(losses::closed)
                        .filter(Objects::nonNull)
                        .sorted(Comparator.comparing(Closed::at))
                        .toList(),
                messages.of(judged.stream().map(Connection::id).toList()),
                stories.stream().flatMap(story -> reloads.reloads(opened(story)).stream()).toList(),
                judged.stream()
                        .flatMap(each -> silence.deadPeers(each.id(), each.path(), now).stream())
                        .sorted(Comparator.comparing(DeadPeer::since))
                        .toList(),
                metrics, missed);
    }

    private List<Connection> opened(List<Connection> story) {
        return story.stream().filter(each -> losses.opened(each.id()) != null).toList();
    }

    private static Client client(List<Connection> story) {
        List<Double> gaps = ClientStories.gaps(story);
        return new Client(story.getLast().path(), story.stream().map(Connection::id).toList(), gaps,
                RetryPattern.of(gaps));
    }
}
