package dev.socketscope.engine.control;

import dev.socketscope.engine.api.Engine;
import dev.socketscope.engine.api.Leg;
import dev.socketscope.engine.api.Names;
import dev.socketscope.engine.api.RttPage;
import dev.socketscope.engine.wire.Members;
import dev.socketscope.engine.wire.RttJson;
import dev.socketscope.engine.wire.WireException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Round trips of the legs that somebody looks at. */
final class RttFeed implements Feed {
    private static final int MOST_LEGS = 32;
    private final Engine engine;
    private final Map<Side, Long> cursors = new LinkedHashMap<>();

    private record Side(String connection, Leg leg) {}

    RttFeed(Engine engine) {
        this.engine = engine;
    }

    void begin(Members in) {
        Side side = side(in);
        if (cursors.size() >= MOST_LEGS && !cursors.containsKey(side)) {
            throw new WireException("connection", '"' + side.connection + '"',
                    "at most " + MOST_LEGS + " legs at a time; end one with close-rtt");
        }
        cursors.put(side, in.number("after", 0));
    }

    void end(Members in) {
        cursors.remove(side(in));
    }

    private static Side side(Members in) {
        return new Side(in.text("connection"), in.choice(Leg.class, "leg"));
    }

    @Override
    public void collect(List<Object> out) {
        cursors.replaceAll((side, after) -> {
            RttPage page = engine.rtt(side.connection, side.leg, after);
            if (!page.samples().isEmpty()) {
                out.add(new StreamMessages.Rtt("rtt", side.connection, Names.of(side.leg), RttJson.of(page)));
                return page.next();
            }
            return after;
        });
    }
}
