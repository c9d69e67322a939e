package dev.socketscope.engine.client;

import java.time.Duration;

/** An open connection as a {@link DemoRole} sees it. To be used on the demo's thread only. */
interface DemoConnection {
    /** Sends text, unless too much waits already: a demo rather says less than that it fills memory. */
    void send(String text);

    /** As {@link #send(String)}, for binary. */
    void send(byte[] bytes);

    /** As {@link #send(String)}, as one message in several frames (RFC 6455 §5.4). */
    void sendInPieces(String... pieces);

    /** Runs something again and again until the connection ends. */
    void every(Duration period, Runnable task);

    /** Runs something once, unless the connection ends before. */
    void after(Duration pause, Runnable task);

    /** Fetches a path over HTTP, through the same engine; what comes back is not looked at. */
    void fetch(String path);

    void close(int code, String reason);

    /** Ends the TCP connection without a Close frame. */
    void drop();
}
