package dev.socketscope.engine.remote;

import dev.socketscope.engine.api.Leg;
import dev.socketscope.engine.api.Names;
import dev.socketscope.engine.api.RttPage;
import dev.socketscope.engine.wire.Json;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/**
 * Round trips of the legs that somebody has asked for lately, {@value #MOST_LEGS} legs with {@value #MOST_SAMPLES} samples each. The
 * first question about a leg finds nothing and makes the link bring them. Any thread.
 */
final class RttMirror {
    private static final int MOST_LEGS = 32;
    private static final int MOST_SAMPLES = 2_000;
    private final Map<Side, Samples> bySide = new LinkedHashMap<>(16, 0.75f, true);
    private final List<ObjectNode> wishes = new ArrayList<>();

    private record Side(String connection, Leg leg) {}

    private static final class Samples {
        final Deque<RttPage.Sample> kept = new ArrayDeque<>();
        long end;
    }

    synchronized RttPage read(String connection, Leg leg, long after) {
        Side side = new Side(connection, leg);
        Samples samples = bySide.get(side);
        if (samples == null) {
            ask(side);
            return new RttPage(0, List.of(), after);
        }
        long first = samples.end - samples.kept.size();
        long from = Math.clamp(after, first, samples.end);
        List<RttPage.Sample> page = samples.kept.stream().skip(from - first).toList();
        return new RttPage(Math.max(0, first - after), page, samples.end);
    }

    private void ask(Side side) {
        if (bySide.size() >= MOST_LEGS) {
            Side oldest = bySide.keySet().iterator().next();
            bySide.remove(oldest);
            wishes.add(wish("close-rtt", oldest));
        }
        bySide.put(side, new Samples());
        wishes.add(wish("rtt", side));
    }

    private static ObjectNode wish(String type, Side side) {
        return Json.object().put("type", type).put("connection", side.connection).put("leg", Names.of(side.leg));
    }

    synchronized void add(String connection, Leg leg, RttPage page) {
        Samples samples = bySide.get(new Side(connection, leg));
        if (samples != null) {
            page.samples().forEach(samples.kept::addLast);
            samples.end = page.next();
            while (samples.kept.size() > MOST_SAMPLES) {
                samples.kept.removeFirst();
            }
        }
    }

    /** What the link has to say next. */
    synchronized List<ObjectNode> takeWishes() {
        List<ObjectNode> taken = List.copyOf(wishes);
        wishes.clear();
        return taken;
    }

    /** A new session of the link knows nothing of what was asked before. */
    synchronized void begin() {
        wishes.clear();
        bySide.forEach((side, samples) -> wishes.add(wish("rtt", side).put("after", samples.end)));
    }

    synchronized void forget() {
        bySide.clear();
        wishes.clear();
    }
}
