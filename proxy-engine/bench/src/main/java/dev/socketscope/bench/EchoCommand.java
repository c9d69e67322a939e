package dev.socketscope.bench;

import dev.socketscope.bench.peer.EchoServer;
import java.net.InetSocketAddress;
import java.net.URI;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** An upstream for the load. */
@Command(name = "echo", mixinStandardHelpOptions = true, showDefaultValues = true, description = "A WebSocket server that sends every message back.")
final class EchoCommand implements Runnable {
    @Option(names = "--listen", defaultValue = "127.0.0.1:9100", description = "Address and port; port 0 picks one.")
    private String listen = "";

    @Option(names = "--mute", description = "Swallow messages instead of sending them back.")
    private boolean mute;

    @Override
    public void run() {
        URI at = URI.create("ws://" + listen);
        try (EchoServer server = new EchoServer(new InetSocketAddress(at.getHost(), at.getPort()), mute)) {
            System.out.println("listening on ws://" + at.getHost() + ":" + server.address().getPort());
            server.join();
        }
    }
}
