package dev.socketscope.bench;

import dev.socketscope.engine.api.EngineConfig;
import dev.socketscope.engine.api.Route;
import dev.socketscope.engine.relay.LocalEngine;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** This project's engine with default settings and one route. */
@Command(name = "engine", hidden = true, description = "The engine alone, for the comparison.")
final class EngineCommand implements Runnable {
    @Option(names = "--target", required = true)
    private String target = "";

    @Override
    public void run() {
        EngineConfig config = new EngineConfig(new InetSocketAddress("127.0.0.1", 0), EngineConfig.Capture.DEFAULT,
                EngineConfig.Limits.DEFAULT, List.of(Route.toEverything(target)));
        try (LocalEngine engine = LocalEngine.start(config)) {
            System.out.println("listening on http://" + engine.info().listen());
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
