package dev.socketscope.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.EngineConfig;
import dev.socketscope.engine.api.EngineConfig.Capture;
import dev.socketscope.engine.api.EngineConfig.Limits;
import dev.socketscope.engine.api.EngineInfo;
import dev.socketscope.engine.config.ConfigFile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class EngineBoundsTest {
    private static final Capture CAPTURE = new Capture(3L << 30, 1_500);
    private static final Limits LIMITS = new Limits(12_345, 2_000, 10L << 20, Duration.ofMillis(2_500));

    private final List<EngineBounds.Bound> bounds = EngineBounds
            .of(new EngineInfo("engine", "1", "127.0.0.1:9000", "nio", Instant.EPOCH, CAPTURE, LIMITS, List.of()));

    @Test
    void everyLineThatIsCopiedIsReadAsTheSameBound() throws Exception {
        for (EngineBounds.Bound bound : bounds) {
            EngineConfig read = ConfigFile
                    .parse("copied", bound.line() + "\nroutes: [{upstream: http://127.0.0.1:1}]\n")
                    .toConfig();
            EngineInfo as = new EngineInfo("engine", "1", read.listen().getHostString() + ":" + read.listen().getPort(),
                    "nio",
                    Instant.EPOCH, read.capture(), read.limits(), List.of());
            assertThat(EngineBounds.of(as)).as(bound.line()).contains(bound);
        }
    }

    @Test
    void whatTheCaptureKeepsChangesAtTheNextStartOnly() {
        assertThat(bounds).filteredOn(bound -> bound.acts() == EngineBounds.Acts.AT_THE_NEXT_START)
                .extracting(EngineBounds.Bound::key)
                .containsExactly("listen", "capture.maxBytes", "capture.maxPayload");
    }
}
