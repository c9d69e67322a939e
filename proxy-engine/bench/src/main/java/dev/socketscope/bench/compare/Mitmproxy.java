package dev.socketscope.bench.compare;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;

/** mitmproxy without its screen. It shows every message as this engine does, some hundred times slower. */
final class Mitmproxy extends Foreign {
    static final String PROGRAM = "mitmdump";
    static final String NAME = "mitmproxy";

    private Mitmproxy(InetSocketAddress address, List<String> command, Path log)
            throws IOException, InterruptedException {
        super(NAME, address, command, log);
    }

    static Mitmproxy start(Path program, InetSocketAddress upstream, Path folder)
            throws IOException, InterruptedException {
        InetSocketAddress address = freeAddress();
        return new Mitmproxy(address, List.of(program.toString(), "--mode",
                "reverse:http://127.0.0.1:" + upstream.getPort(), "--listen-host", "127.0.0.1", "--listen-port",
                Integer.toString(address.getPort()), "--set", "confdir=" + folder.resolve("mitmproxy"), "--quiet"),
                folder.resolve("mitmproxy.log"));
    }

    @Override
    public boolean isSlow() {
        return true;
    }
}
