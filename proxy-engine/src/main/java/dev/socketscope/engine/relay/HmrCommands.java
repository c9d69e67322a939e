package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.HmrStatus;
import dev.socketscope.engine.api.Leg;
import dev.socketscope.engine.api.Reply;
import dev.socketscope.engine.hmr.HmrQueue;
import java.util.ArrayList;
import java.util.List;

/** What can be asked of the hot-reload sockets. */
final class HmrCommands {
    private HmrCommands() {}

    /** All that are open; any thread. */
    static List<HmrStatus> all(ConnectionRegistry registry) {
        List<HmrStatus> all = new ArrayList<>();
        for (Tunnel tunnel : registry.tunnels()) {
            HmrSocket socket = tunnel.hmr();
            HmrStatus status = socket == null ? null : socket.status();
            if (status != null) {
                all.add(status);
            }
        }
        return List.copyOf(all);
    }

    /** Sends the page, if it is there, what waits for it; on the tunnel's event loop. */
    static int flush(Tunnel tunnel) {
        HmrSocket socket = tunnel.hmr();
        return socket == null || tunnel.leg(Leg.CLIENT).away() ? 0
                : socket.drain().map(all -> send(tunnel, socket, all)).orElse(0);
    }

    private static int send(Tunnel tunnel, HmrSocket socket, HmrQueue.Drained all) {
        int left = 0;
        List<String> messages = all.messages();
        for (String message : messages) {
            left++;
            boolean last = left == messages.size();
            EngineFrame frame = EngineFrame.text(Leg.CLIENT, message);
            tunnel.to(Leg.CLIENT).inject(frame.whenTaken(() -> {
                socket.told(frame.payload());
                if (last) {
                    socket.left(all);
                }
            }));
        }
        return left;
    }

    static Reply flushNow(Tunnel tunnel) {
        if (tunnel.hmr() == null) {
            return none(tunnel);
        }
        if (tunnel.leg(Leg.CLIENT).away()) {
            return new Reply.Refused(
                    "The page of " + tunnel.connection().id() + " is away; it gets its updates when it returns.");
        }
        return new Reply.Done("Sent " + flush(tunnel) + " updates.");
    }

    static Reply drop(Tunnel tunnel) {
        HmrSocket socket = tunnel.hmr();
        return socket == null ? none(tunnel) : new Reply.Done("Dropped " + socket.drop() + " updates.");
    }

    private static Reply none(Tunnel tunnel) {
        return new Reply.Refused("Connection " + tunnel.connection().id() + " is no hot-reload socket.");
    }
}
