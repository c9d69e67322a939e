package dev.socketscope.bench;

import dev.socketscope.bench.load.SteadyStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A steady stream, to watch what an engine and its window make of it. */
@Command(name = "load", mixinStandardHelpOptions = true, showDefaultValues = true, description = "Sends a steady stream of JSON messages and says every second how many went out and came back.")
final class LoadCommand implements Callable<Integer> {
    private static final int DEFAULT_PORT = 80;

    @Option(names = "--url", required = true, description = "Where to connect, for example ws://127.0.0.1:9000/echo")
    private URI url = URI.create("ws://127.0.0.1/");

    @Option(names = "--rate", defaultValue = "50000", description = "Messages sent in a second; an upstream that echoes doubles the frames that an engine sees.")
    private int rate;

    @Option(names = "--sockets", defaultValue = "8", description = "Connections that share the rate.")
    private int sockets;

    @Option(names = "--size", defaultValue = "100", description = "Payload bytes of each message.")
    private int size;

    @Option(names = "--seconds", defaultValue = "0", description = "How long; 0 until it is interrupted.")
    private int seconds;

    @Override
    public Integer call() throws Exception {
        InetSocketAddress to = new InetSocketAddress(url.getHost(), url.getPort() < 0 ? DEFAULT_PORT : url.getPort());
        String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        try (SteadyStream stream = new SteadyStream(to, path, size)) {
            stream.start(sockets, rate);
            SteadyStream.Progress before = new SteadyStream.Progress(0, 0);
            for (int i = 0; seconds == 0 || i < seconds; i++) {
                SteadyStream.Progress now = stream.progressAfter(TimeUnit.SECONDS.toNanos(1));
                System.out.printf("%,d sent/s, %,d back/s%n", now.sent() - before.sent(),
                        now.returned() - before.returned());
                before = now;
            }
        }
        return 0;
    }
}
