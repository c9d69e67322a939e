package dev.socketscope.app;

import dev.socketscope.app.controls.Strings;
import dev.socketscope.engine.prometheus.MetricsSource;
import dev.socketscope.engine.prometheus.MetricsText;
import java.io.IOException;
import java.util.function.Supplier;

/** The metrics of the engine that the window shows, here or elsewhere. */
record EngineMetrics(Supplier<String> text) implements MetricsSource {
    @Override
    public MetricsText scrape() throws IOException {
        String answer = text.get();
        if (answer.isEmpty()) {
            throw new IOException(Strings.of("metrics.no.answer"));
        }
        return MetricsText.plain(answer);
    }
}
