package dev.socketscope.app.fake;

import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Leg;
import dev.socketscope.engine.api.RttPage;
import dev.socketscope.engine.api.RttPage.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A ping a second on every leg for as long as the connection lives; what it finds depends on nothing but second, leg and id. */
final class FakeRtt {
    private static final long KEPT = 1_800;
    private static final int MISSED_EVERY = 173;
    private static final int SLOW_EVERY = 240;
    private static final int SLOW_FOR = 60;

    private FakeRtt() {}

    static RttPage page(Connection connection, Leg leg, long after, Instant now) {
        Instant from = connection.openedAt();
        Instant end = connection.closedAt() == null ? now : connection.closedAt();
        Connection.Away away = connection.survival().away();
        if (away != null && away.leg() == leg) {
            end = away.since();
        }
        long known = Math.max(0, Duration.between(from, end).toSeconds());
        long first = Math.max(after, known - KEPT);
        List<Sample> samples = new ArrayList<>();
        for (long i = first; i < known; i++) {
            long at = from.toEpochMilli() * 1_000 + i * 1_000_000;
            samples.add(new Sample(at, micros(connection.id(), leg, at / 1_000_000)));
        }
        return new RttPage(first - after, samples, Math.max(first, known));
    }

    private static long micros(String id, Leg leg, long second) {
        long place = second + Math.abs(id.hashCode() % 97);
        if (place % MISSED_EVERY == 0 && leg == Leg.UPSTREAM) {
            return Sample.NO_PONG;
        }
        double base = leg == Leg.CLIENT ? 24_000 : 36_000;
        double wave = Math.sin(place / 17.0) * 0.2 + Math.sin(place / 5.3) * 0.08 + noise(id, leg, second) * 0.12;
        boolean slow = leg == Leg.UPSTREAM && place % SLOW_EVERY < SLOW_FOR;
        return Math.round(base * (1 + wave) * (slow ? 1.9 : 1));
    }

    /** -1 to 1, the same for the same second. */
    private static double noise(String id, Leg leg, long second) {
        long mixed = (second * 31 + id.hashCode() + leg.ordinal()) * 0x9E3779B97F4A7C15L;
        return (mixed >>> 40) / (double) (1L << 23) - 1;
    }
}
