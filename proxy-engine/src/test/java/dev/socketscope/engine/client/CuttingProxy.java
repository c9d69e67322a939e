package dev.socketscope.engine.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Passes TCP connections on and cuts each after a random number of bytes, in the middle of whatever is on its way: with FIN or
 * with RST. After so many cuts it leaves the rest alone. The same seed cuts at the same places.
 */
public final class CuttingProxy implements AutoCloseable {
    private final ServerSocket server;
    private final int target;
    private final int maxBytes;
    private final Random random;
    private final AtomicInteger left;

    /** @param maxBytes a connection is cut after 1 to so many bytes of one direction */
    public CuttingProxy(int target, int cuts, int maxBytes, long seed) {
        this.target = target;
        this.maxBytes = maxBytes;
        this.random = new Random(seed);
        left = new AtomicInteger(cuts);
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    public int port() {
        return server.getLocalPort();
    }

    /** How many cuts are still to come. */
    public int cutsLeft() {
        return Math.max(0, left.get());
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                Socket upstream = new Socket(InetAddress.getLoopbackAddress(), target);
                client.setTcpNoDelay(true);
                upstream.setTcpNoDelay(true);
                Pair pair = new Pair(client, upstream, random.nextBoolean());
                int toUpstream = 1 + random.nextInt(maxBytes);
                int toClient = 1 + random.nextInt(maxBytes);
                Thread.ofVirtual().start(() -> pair.pump(client, upstream, toUpstream));
                Thread.ofVirtual().start(() -> pair.pump(upstream, client, toClient));
            } catch (IOException _) {
                // The test is over, or the target is; the client sees it as a cut.
            }
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Pair {
        private final Socket client;
        private final Socket upstream;
        private final boolean reset;

        Pair(Socket client, Socket upstream, boolean reset) {
            this.client = client;
            this.upstream = upstream;
            this.reset = reset;
        }

        void pump(Socket from, Socket to, int cutAfter) {
            byte[] buffer = new byte[8_192];
            int passed = 0;
            try {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                int read = in.read(buffer);
                while (read >= 0) {
                    boolean cut = passed + read >= cutAfter && left.get() > 0;
                    out.write(buffer, 0, cut ? Math.max(0, cutAfter - passed) : read);
                    passed += read;
                    if (cut) {
                        cut();
                        return;
                    }
                    read = in.read(buffer);
                }
                end(false);
            } catch (IOException _) {
                end(false);
            }
        }

        private synchronized void cut() {
            if (!client.isClosed()) {
                left.decrementAndGet();
                end(reset);
            }
        }

        private synchronized void end(boolean withReset) {
            try (client; upstream) {
                if (withReset && !client.isClosed()) {
                    client.setSoLinger(true, 0);
                    upstream.setSoLinger(true, 0);
                }
            } catch (IOException _) {
                // Closed either way.
            }
        }
    }
}
