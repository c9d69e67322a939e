package dev.socketscope.engine.sandbox;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/**
 * Copies bytes between two sockets, both ways at once, one {@value #BUFFER_BYTES}-byte buffer each way. The end of one
 * direction is passed on as such and leaves the other direction open; a reset is passed on as a reset.
 */
final class Splice {
    private static final int BUFFER_BYTES = 16 * 1024;
    /** How long a direction may stay silent once the other one has ended; otherwise half a connection could stay for ever. */
    private static final int HALF_OPEN_MILLIS = 60_000;

    /** How long a client may take to read what a backend said before it went. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    private volatile boolean halfOpen;

    private Splice() {}

    /** @param first what has been read from the client already */
    static void run(Socket client, Socket backend, byte[] first) throws IOException {
        for (Socket socket : new Socket[]{client, backend}) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(HALF_OPEN_MILLIS);
        }
        backend.getOutputStream().write(first);
        Splice splice = new Splice();
        Thread back = Thread.ofVirtual().name("sandbox-splice").start(() -> splice.copy(backend, client));
        boolean backendListens = splice.copy(client, backend);
        try {
            if (backendListens) {
                back.join();
            } else if (!back.join(LAST_WORDS)) {
                // A client that neither reads nor ends would hold its place for ever.
                reset(client);
                reset(backend);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Until the end of one direction; false when that end is that {@code to} is gone. */
    private boolean copy(Socket from, Socket to) {
        byte[] buffer = new byte[BUFFER_BYTES];
        try {
            int read = read(from, buffer);
            while (read >= 0) {
                if (!write(to, buffer, read)) {
                    from.shutdownInput();
                    return false;
                }
                read = read(from, buffer);
            }
            to.shutdownOutput();
            return true;
        } catch (IOException _) {
            reset(to);
            return true;
        } finally {
            halfOpen = true;
        }
    }

    /** Bytes read; -1 at the end of the stream, or when a half-open connection has been silent for too long. */
    private int read(Socket from, byte[] buffer) throws IOException {
        while (true) {
            try {
                return from.getInputStream().read(buffer);
            } catch (SocketTimeoutException _) {
                if (halfOpen) {
                    return -1;
                }
            }
        }
    }

    /** Whether the bytes could be handed over. A peer that has closed its end still has its last words to be delivered. */
    private static boolean write(Socket to, byte[] bytes, int length) {
        try {
            to.getOutputStream().write(bytes, 0, length);
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    private static void reset(Socket socket) {
        try (socket) {
            socket.setSoLinger(true, 0);
        } catch (IOException _) {
            // It was closed already: that is all a reset could have done.
        }
    }
}
