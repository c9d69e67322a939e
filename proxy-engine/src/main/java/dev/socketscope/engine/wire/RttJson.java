package dev.socketscope.engine.wire;

import dev.socketscope.engine.api.RttPage;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Round trips of pings on one leg. */
public record RttJson(long missed, List<SampleJson> samples, long next) {
    /** {@code micros} is absent when no pong came in time. */
    public record SampleJson(Instant at, @Nullable Long micros) {}

    public static RttJson of(RttPage page) {
        return new RttJson(page.missed(), page.samples()
                .stream()
                .map(s -> new SampleJson(Instant.EPOCH.plus(s.atMicros(), ChronoUnit.MICROS),
                        s.answered() ? s.micros() : null))
                .toList(), page.next());
    }

    public RttPage toApi() {
        return new RttPage(missed, samples.stream()
                .map(s -> new RttPage.Sample(ChronoUnit.MICROS.between(Instant.EPOCH, s.at),
                        s.micros == null ? RttPage.Sample.NO_PONG : s.micros))
                .toList(), next);
    }
}
