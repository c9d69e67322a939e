package dev.socketscope.engine.sandbox;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.java_websocket.WebSocket;

/**
 * A chat room in the text protocol of Socket.IO 4 over Engine.IO 4 (WebSocket transport only): events are passed on to
 * everybody in the room, acknowledged when the sender asks for it, and the server pings.
 */
final class SocketIoEndpoint implements Endpoint {
    private static final int PING_MILLIS = 5_000;
    private static final Pattern EVENT = Pattern.compile("42(\\d{0,9})(\\[.*])", Pattern.DOTALL);
    private final AtomicLong opened = new AtomicLong();
    private final Set<Outbox> room = ConcurrentHashMap.newKeySet();

    SocketIoEndpoint(Timer timer) {
        timer.every(Duration.ofMillis(PING_MILLIS), () -> room.forEach(guest -> guest.text("2")));
    }

    @Override
    public String path() {
        return "/socket.io/";
    }

    @Override
    public Optional<String> subprotocol(List<String> offered) {
        return Optional.empty();
    }

    @Override
    public Session open(WebSocket socket, String query, String subprotocol) {
        Outbox guest = new Outbox(socket);
        String id = String.format(Locale.ROOT, "sandbox%06d", opened.incrementAndGet());
        guest.text("0" + Json.text(Json.object("sid", id, "upgrades", List.of(), "pingInterval", PING_MILLIS,
                "pingTimeout", 20_000, "maxPayload", 1_000_000)));
        return new Guest(guest, id);
    }

    private final class Guest implements Session {
        private final Outbox outbox;
        private final String id;

        Guest(Outbox outbox, String id) {
            this.outbox = outbox;
            this.id = id;
        }

        @Override
        public void text(String packet) {
            Matcher event = EVENT.matcher(packet);
            if (packet.startsWith("40")) {
                room.add(outbox);
                outbox.text("40" + Json.text(Json.object("sid", id + "-room")));
            } else if (packet.startsWith("41")) {
                room.remove(outbox);
            } else if (event.matches() && room.contains(outbox)) {
                room.forEach(guest -> guest.text("42" + event.group(2)));
                if (!event.group(1).isEmpty()) {
                    outbox.text("43" + event.group(1) + "[\"ok\"]");
                }
            }
        }

        @Override
        public void binary(ByteBuffer message) {
            // Binary attachments follow an event that announces them; this room announces none.
        }

        @Override
        public void closed() {
            room.remove(outbox);
        }
    }
}
