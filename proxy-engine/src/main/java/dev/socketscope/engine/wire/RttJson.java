package dev.socketscope.engine.wire;

import dev.socketscope.engine.api.RttPage;
import dev.socketscope.engine.metrics.RttSummary;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Round trips of pings on one leg; {@code summary} is absent where only the samples were asked for. */
public record RttJson(long missed, List<SampleJson> samples, long next, @Nullable SummaryJson summary) {
    /** {@code micros} is absent when no pong came in time. */
    public record SampleJson(Instant at, @Nullable Long micros) {}

    /** The times are absent when no ping was answered. */
    public record SummaryJson(int answered, int unanswered, @Nullable Long minMicros, @Nullable Long medianMicros,
            @Nullable Long p95Micros, @Nullable Long p99Micros, @Nullable Long maxMicros) {
        static SummaryJson of(RttSummary s) {
            return s.answered() == 0
                    ? new SummaryJson(0, s.unanswered(), null, null, null, null, null)
                    : new SummaryJson(s.answered(), s.unanswered(), s.min(), s.median(), s.p95(), s.p99(), s.max());
        }
    }

    public static RttJson of(RttPage page) {
        return new RttJson(page.missed(), page.samples()
                .stream()
                .map(s -> new SampleJson(Instant.EPOCH.plus(s.atMicros(), ChronoUnit.MICROS),
                        s.answered() ? s.micros() : null))
                .toList(), page.next(), null);
    }

    /** The same with figures over all samples that are kept. */
    public RttJson with(RttSummary kept) {
        return new RttJson(missed, samples, next, SummaryJson.of(kept));
    }

    public RttPage toApi() {
        return new RttPage(missed, samples.stream()
                .map(s -> new RttPage.Sample(ChronoUnit.MICROS.between(Instant.EPOCH, s.at),
                        s.micros == null ? RttPage.Sample.NO_PONG : s.micros))
                .toList(), next);
    }
}
