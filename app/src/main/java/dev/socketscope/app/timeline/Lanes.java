package dev.socketscope.app.timeline;

import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.Units;
import dev.socketscope.app.timeline.Piece.Kind;
import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Event;
import dev.socketscope.engine.story.ClientStories;
import dev.socketscope.engine.story.RetryPattern;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The lanes of a timeline: a pure function of what the engine tells. */
final class Lanes {
    private Lanes() {}

    /** Those whose leg is missing first, then the newest. */
    static List<Lane> of(List<Event> events, List<Connection> connections) {
        Map<String, List<Event>> theirs = new HashMap<>();
        for (Event event : events) {
            String id = event.connection();
            if (id != null) {
                theirs.computeIfAbsent(id, any -> new ArrayList<>()).add(event);
            }
        }
        return ClientStories.of(connections)
                .stream()
                .sorted(Comparator.comparing((List<Connection> client) -> client.getLast().survival().away() == null)
                        .thenComparing(client -> client.getLast().live() ? 0 : 1)
                        .thenComparing(client -> client.getLast().openedAt(), Comparator.reverseOrder()))
                .map(client -> lane(client, theirs))
                .toList();
    }

    private static Lane lane(List<Connection> client, Map<String, List<Event>> events) {
        List<Piece> pieces = new ArrayList<>();
        Plan plan = null;
        @Nullable
        Connection before = null;
        for (Connection each : client) {
            if (before != null && before.closedAt() != null) {
                Duration gap = Duration.between(before.closedAt(), each.openedAt());
                pieces.add(new Piece(each.id(), Kind.WAITING, before.closedAt(), each.openedAt(),
                        Strings.of("timeline.client.waited", Units.seconds(gap))));
            }
            Story story = Story.of(each, events.getOrDefault(each.id(), List.of()));
            pieces.addAll(story.pieces());
            plan = story.plan();
            before = each;
        }
        return new Lane(client.getLast().path(), client.stream().map(Connection::id).toList(), pieces, plan,
                RetryPattern.of(ClientStories.gaps(client)));
    }
}
