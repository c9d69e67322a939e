package dev.socketscope.engine.conversation;

import dev.socketscope.engine.api.Direction;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What came of a conversation that was held again.
 *
 * @param connection whose conversation it was
 * @param mine what this side played: {@code TO_UPSTREAM} the client, {@code TO_CLIENT} the server
 * @param said messages that were sent, of {@code toSay}
 * @param recorded messages of the other side then
 * @param heard messages of the other side now
 */
public record Outcome(String connection, Direction mine, int said, int toSay, int recorded, int heard,
        List<Difference> differences) {
    private static final int MOST_TOLD = 100;

    /** Whether the other side said and did what it did when it was recorded. */
    public boolean same() {
        return differences.isEmpty() && said == toSay;
    }

    /** For people, several lines. */
    public String text() {
        String other = mine == Direction.TO_UPSTREAM ? "server" : "client";
        StringBuilder text = new StringBuilder(connection).append(": ")
                .append(same() ? "the same"
                        : differences.size() + (differences.size() == 1 ? " difference" : " differences"))
                .append(String.format(Locale.ROOT, " (said %d of %d, the %s said %d, recorded %d)", said, toSay, other,
                        heard, recorded));
        for (Difference difference : differences.subList(0, Math.min(MOST_TOLD, differences.size()))) {
            text.append("\n  ").append(difference.kind().name().toLowerCase(Locale.ROOT));
            if (difference.place() > 0) {
                text.append(" #").append(difference.place());
            }
            difference.lines().forEach(line -> text.append("\n    ").append(line));
        }
        if (differences.size() > MOST_TOLD) {
            text.append("\n  and ").append(differences.size() - MOST_TOLD).append(" more");
        }
        return text.toString();
    }

    /** One object in one line: {@code {"connection":…,"same":…,"said":…,"differences":[{"kind":…,"place":…,"lines":[…]}]}}. */
    public String json() {
        ObjectNode root = JsonMapper.shared().createObjectNode();
        root.put("connection", connection)
                .put("same", same())
                .put("said", said)
                .put("toSay", toSay)
                .put("heard", heard)
                .put("recorded", recorded);
        ArrayNode all = root.putArray("differences");
        for (Difference difference : differences) {
            ObjectNode each = all.addObject()
                    .put("kind", difference.kind().name().toLowerCase(Locale.ROOT))
                    .put("place", difference.place());
            ArrayNode lines = each.putArray("lines");
            difference.lines().forEach(lines::add);
        }
        return root.toString();
    }
}
