package dev.socketscope.engine.wire;

import dev.socketscope.engine.api.Reconnect;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

/** When a lost upstream is dialled again; what is absent is as by default. */
public record ScheduleJson(String initialDelay, String maxDelay, double multiplier, double jitter, int maxAttempts) {
    private static final int MOST_ATTEMPTS = 1_000_000;
    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofHours(24);

    public static ScheduleJson of(Reconnect r) {
        return new ScheduleJson(Spans.text(r.initialDelay()), Spans.text(r.maxDelay()), r.multiplier(), r.jitter(),
                r.maxAttempts());
    }

    /** @throws WireException when a value is out of range or a key is unknown */
    public static Reconnect read(JsonNode json) {
        Members in = new Members(json, "");
        Reconnect usual = Reconnect.DEFAULT;
        Reconnect schedule = new Reconnect(span(in, "initialDelay", usual.initialDelay()),
                span(in, "maxDelay", usual.maxDelay()), decimal(in, "multiplier", usual.multiplier(), 1, 100),
                decimal(in, "jitter", usual.jitter(), 0, 1), in.whole("maxAttempts", usual.maxAttempts()));
        in.finish();
        if (schedule.maxAttempts() < 1 || schedule.maxAttempts() > MOST_ATTEMPTS) {
            throw new WireException("maxAttempts", Integer.toString(schedule.maxAttempts()),
                    "a whole number from 1 to " + MOST_ATTEMPTS);
        }
        if (schedule.maxDelay().compareTo(schedule.initialDelay()) < 0) {
            throw new WireException("maxDelay", Spans.text(schedule.maxDelay()),
                    "at least initialDelay, " + Spans.text(schedule.initialDelay()));
        }
        return schedule;
    }

    private static Duration span(Members in, String key, Duration usual) {
        Duration span = in.span(key, usual);
        if (span.compareTo(SHORTEST) < 0 || span.compareTo(LONGEST) > 0) {
            throw new WireException(key, Spans.text(span), "a duration from 1ms to 24h");
        }
        return span;
    }

    private static double decimal(Members in, String key, double usual, double min, double max) {
        double number = in.decimal(key, usual);
        if (!(number >= min && number <= max)) {
            throw new WireException(key, Double.toString(number), "a number from " + min + " to " + max);
        }
        return number;
    }
}
