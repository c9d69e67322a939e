package dev.socketscope.engine.client;

import dev.socketscope.engine.api.DialEvent;
import dev.socketscope.engine.api.DialTarget;
import dev.socketscope.engine.api.Dialed;
import dev.socketscope.engine.api.Dialer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Dials with Java-WebSocket. */
public final class WebSocketDialer implements Dialer {
    @Override
    public Dialed dial(DialTarget target, Consumer<DialEvent> told) {
        DialSocket socket = new DialSocket(target, told);
        socket.connect();
        CompletableFuture.delayedExecutor(target.timeout().toMillis(), TimeUnit.MILLISECONDS)
                .execute(socket::tooLate);
        return socket;
    }
}
