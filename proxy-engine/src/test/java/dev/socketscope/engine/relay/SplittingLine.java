package dev.socketscope.engine.relay;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Random;

/** A piece of network before a port that carries everything in small pieces, each a segment of its own, and so cuts it anywhere. */
final class SplittingLine implements Closeable {
    private static final int LARGEST = 60;
    private final ServerSocket listening = Raw.listen();
    private final int to;
    private final Random random;

    SplittingLine(int to, Random random) {
        this.to = to;
        this.random = random;
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                Socket near = listening.accept();
                Socket far = new Socket(InetAddress.getLoopbackAddress(), to);
                near.setTcpNoDelay(true);
                far.setTcpNoDelay(true);
                Thread.ofVirtual().start(() -> pump(near, far));
                Thread.ofVirtual().start(() -> pump(far, near));
            }
        } catch (IOException e) {
            // The test is over.
            return;
        }
    }

    private void pump(Socket from, Socket to) {
        byte[] piece = new byte[LARGEST];
        try (from; to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(piece); read >= 0; read = in.read(piece, 0, random.nextInt(1, LARGEST + 1))) {
                out.write(piece, 0, read);
            }
        } catch (IOException e) {
            // One end has gone, and so does the other.
            return;
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
