package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.Handshake.Station;
import dev.socketscope.engine.api.Handshake.Step;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Times the stations of one upgrade: each begins where the one before it ended. Belongs to the connection's event loop. */
final class HandshakeClock {
    private final long originNanos;
    private final Map<Station, Long> ends = new EnumMap<>(Station.class);
    private final boolean fresh;

    /** @param read what the client's connection has noted about the request, which has come completely */
    HandshakeClock(ReadClock read) {
        this.fresh = !read.used();
        this.originNanos = fresh ? read.startNanos() : read.firstNanos();
        ends.put(Station.ACCEPT, read.firstNanos());
        ends.put(Station.READ_REQUEST, read.lastNanos());
    }

    /** The station ends now. */
    void end(Station station) {
        ends.putIfAbsent(station, System.nanoTime());
    }

    void end(Station station, long nanos) {
        ends.putIfAbsent(station, nanos);
    }

    /** The stations that have ended, in order. A connection that served requests before has no {@code ACCEPT} of its own. */
    List<Step> steps() {
        List<Step> steps = new ArrayList<>(ends.size());
        long from = originNanos;
        for (Map.Entry<Station, Long> end : ends.entrySet()) {
            long to = Math.max(from, end.getValue());
            if (fresh || end.getKey() != Station.ACCEPT) {
                long start = micros(from - originNanos);
                steps.add(new Step(end.getKey(), start, micros(to - originNanos) - start));
            }
            from = to;
        }
        return List.copyOf(steps);
    }

    /** From the beginning to the end of the station, or to now when it has not ended. */
    long microsTo(Station station) {
        return micros(ends.getOrDefault(station, System.nanoTime()) - originNanos);
    }

    private static long micros(long nanos) {
        return nanos / 1000;
    }
}
