package dev.socketscope.app.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/** A piece of network between the engine and a server, which can be cut in the ways in which networks are. */
final class CutLine implements AutoCloseable {
    /** What the engine sees of a cut. */
    enum Kind {
        /** Every connection is reset, and none is accepted. */
        RST,
        /** Every connection ends without a word, and none is accepted. */
        FIN,
        /** Everything stays connected and nothing arrives, until the line is mended. */
        BLACK_HOLE
    }

    private record Pair(Socket near, Socket far) {
        void end(boolean reset) {
            for (Socket socket : new Socket[]{near, far}) {
                try {
                    if (reset) {
                        socket.setSoLinger(true, 0);
                    }
                    socket.close();
                } catch (IOException e) {
                    // It has ended already.
                    continue;
                }
            }
        }
    }

    private final int target;
    private final int port;
    private final Set<Pair> pairs = ConcurrentHashMap.newKeySet();
    private volatile ServerSocket listening;
    private volatile CountDownLatch flows = new CountDownLatch(0);

    /** @param target port of the server on this machine */
    CutLine(int target) {
        this.target = target;
        this.listening = listen(0);
        this.port = listening.getLocalPort();
        accept(listening);
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    private static ServerSocket listen(int port) {
        try {
            ServerSocket socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket server) {
        Thread.ofVirtual().start(() -> {
            while (!server.isClosed()) {
                try {
                    lead(server.accept());
                } catch (IOException e) {
                    if (server.isClosed()) {
                        return;
                    }
                }
            }
        });
    }

    /** While nobody listens at the other end, who comes is reset. */
    private void lead(Socket near) throws IOException {
        Socket far = new Socket();
        Pair pair = new Pair(near, far);
        try {
            far.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target));
        } catch (ConnectException e) {
            pair.end(true);
            return;
        }
        pairs.add(pair);
        Thread.ofVirtual().start(() -> pump(pair, near, far));
        Thread.ofVirtual().start(() -> pump(pair, far, near));
    }

    private void pump(Pair pair, Socket from, Socket to) {
        byte[] buffer = new byte[16_384];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                flows.await();
                out.write(buffer, 0, read);
                out.flush();
            }
            flows.await();
            to.shutdownOutput();
        } catch (IOException e) {
            pair.end(true);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void cut(Kind kind) {
        if (kind == Kind.BLACK_HOLE) {
            flows = new CountDownLatch(1);
            return;
        }
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (Pair pair : pairs) {
            pair.end(kind == Kind.RST);
        }
        pairs.clear();
    }

    void mend(Kind kind) {
        if (kind == Kind.BLACK_HOLE) {
            flows.countDown();
        } else {
            listening = listen(port);
            accept(listening);
        }
    }

    @Override
    public void close() {
        flows.countDown();
        cut(Kind.RST);
    }
}
