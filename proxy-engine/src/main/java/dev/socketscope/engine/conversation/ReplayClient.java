package dev.socketscope.engine.conversation;

import dev.socketscope.engine.api.DialEvent;
import dev.socketscope.engine.api.DialTarget;
import dev.socketscope.engine.api.Dialed;
import dev.socketscope.engine.api.Dialer;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Header;
import dev.socketscope.engine.api.Opcode;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Holds the client's side of a conversation against a server. */
public final class ReplayClient {
    private final Dialer dialer;

    public ReplayClient(Dialer dialer) {
        this.dialer = dialer;
    }

    /**
     * Where a conversation is held again.
     *
     * @param to {@code ws:} or {@code wss:}; without a path the recorded one is asked for, with its query
     * @throws IllegalArgumentException when it is none; the message says what was expected
     */
    public static DialTarget target(String to, Conversation script, List<Header> headers, Duration timeout) {
        URI uri = URI.create(to);
        String path = uri.getRawPath();
        URI whole = path == null || path.isEmpty() ? URI.create(to + script.target()) : uri;
        String subprotocol = script.subprotocol();
        return new DialTarget(whole, headers, subprotocol == null ? List.of() : List.of(subprotocol), true, timeout,
                false);
    }

    /**
     * Connects, plays and compares. Waits until the conversation is over; any thread but one that draws.
     *
     * @throws IOException when there is no connection; the message is for people
     */
    public Outcome hold(Conversation script, DialTarget target, Pace pace, Sameness sameness)
            throws IOException, InterruptedException {
        Performance performance = new Performance(script, Direction.TO_UPSTREAM, pace, sameness);
        CompletableFuture<Boolean> opened = new CompletableFuture<>();
        Dialed socket = dialer.dial(target, event -> {
            switch (event) {
                case DialEvent.Opened _ -> opened.complete(true);
                case DialEvent.Refused refused -> opened.completeExceptionally(new IOException(
                        target.uri() + " refused: " + refused.answer().status() + " " + refused.why()));
                case DialEvent.Failed failed -> opened.completeExceptionally(
                        new IOException(target.uri() + " cannot be reached: " + failed.why()));
                case DialEvent.Received(Opcode opcode, byte[] payload) -> {
                    if (opcode == Opcode.TEXT || opcode == Opcode.BINARY) {
                        performance.heard(opcode, payload);
                    }
                }
                case DialEvent.Closed closed -> {
                    performance.ended(closed.code(), closed.remote());
                    opened.completeExceptionally(new IOException(target.uri() + " ended the connection at once"));
                }
            }
        });
        try {
            opened.get();
        } catch (ExecutionException e) {
            throw new IOException(String.valueOf(e.getCause() == null ? e : e.getCause().getMessage()), e);
        }
        try {
            return performance.play(new Performance.Voice() {
                @Override
                public boolean say(Opcode opcode, byte[] bytes) {
                    return socket.send(opcode, bytes);
                }

                @Override
                public void close(int code, String reason) {
                    socket.close(code, reason);
                }
            });
        } finally {
            socket.drop();
        }
    }
}
