package dev.socketscope.engine.wire;

import dev.socketscope.engine.api.Event;
import dev.socketscope.engine.api.EventPage;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A run of events for one reader. */
public record EventPageJson(long missed, List<JsonNode> events, long next) {
    public static EventPageJson of(EventPage page) {
        return new EventPageJson(page.missed(),
                page.events().stream().<JsonNode>map(EventWriter::write).toList(), page.next());
    }

    /** Events of kinds that this version does not know are left out. */
    public List<Event> known() {
        return events.stream().map(e -> EventReader.read(new Members(e, ""))).flatMap(Optional::stream).toList();
    }
}
