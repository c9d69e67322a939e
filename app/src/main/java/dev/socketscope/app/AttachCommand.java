package dev.socketscope.app;

import dev.socketscope.engine.cli.CommandLines;
import dev.socketscope.engine.cli.ControlAccess;
import dev.socketscope.engine.cli.Logging;
import dev.socketscope.engine.cli.MetricsEndpoint;
import dev.socketscope.engine.cli.Version;
import dev.socketscope.engine.config.ConfigException;
import dev.socketscope.engine.config.Durations;
import dev.socketscope.engine.prometheus.Endpoint;
import dev.socketscope.engine.remote.RemoteEngine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Opens the window on an engine in another process, or on the metrics of anything. */
@Command(name = "attach", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false, description = "Opens the window on the engine behind a control port, or on a Prometheus endpoint as metrics only.", footerHeading = "%nExample, in two terminals:%n", footer = {
        "  socketscope engine --target http://127.0.0.1:5173", "  socketscope attach http://127.0.0.1:9001", "",
        "Metrics of an Envoy, or of anything that Prometheus can scrape:", "",
        "  socketscope attach http://127.0.0.1:9901/stats/prometheus --interval 5s", "",
        "Exit codes: 0 fine, 1 failed, 2 bad usage or nobody answers."})
final class AttachCommand implements Callable<Integer> {
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofHours(1);

    @Parameters(paramLabel = "URL", description = "The control port, for example http://127.0.0.1:9001. A URL with a path is a Prometheus endpoint.")
    private String url = "";

    @Option(names = "--token-file", paramLabel = "FILE", description = "Where the control port's token stands. By default SOCKETSCOPE_TOKEN, or the file that engines of this user make.")
    private @Nullable Path tokenFile;

    @Option(names = "--metrics", description = "Takes the URL for a Prometheus endpoint also when it has no path.")
    private boolean metricsOnly;

    @Option(names = "--interval", paramLabel = "TIME", description = "Between two scrapes of a Prometheus endpoint, 1s to 1h; 2s by default.")
    private String interval = "2s";

    @Option(names = "--screenshot", paramLabel = "DIR", description = "Takes pictures of every panel, dark and light, in two sizes, and ends.")
    private @Nullable Path pictures;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    AttachCommand() {}

    @Override
    public Integer call() throws Exception {
        Logging.setUp();
        Optional<Endpoint> endpoint = MetricsEndpoint.of(url, metricsOnly, tokenFile);
        if (endpoint.isPresent()) {
            return metrics(endpoint.get());
        }
        Showing showing = Showing.of(pictures);
        Toolkit toolkit = Toolkit.start(showing.toEyes());
        ControlAccess way = ControlAccess.of(url, tokenFile);
        try (RemoteEngine engine = way.connect()) {
            return new WindowRun(Linking.remote(engine, way, url), showing, this::say).show(toolkit);
        }
    }

    private int metrics(Endpoint endpoint) throws ConfigException, InterruptedException, ExecutionException {
        try (endpoint) {
            return new MetricsRun(endpoint, interval(), pictures, this::say).show();
        }
    }

    private Duration interval() throws ConfigException {
        return Durations.parse(interval)
                .filter(each -> each.compareTo(SHORTEST) >= 0 && each.compareTo(LONGEST) <= 0)
                .orElseThrow(() -> ConfigException.of("--interval", interval, "a time from 1s to 1h, such as 5s"));
    }

    private void say(String line) {
        CommandLines.say(spec, line);
    }
}
