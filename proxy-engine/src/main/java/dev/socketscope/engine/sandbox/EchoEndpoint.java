package dev.socketscope.engine.sandbox;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.java_websocket.WebSocket;
import org.java_websocket.enums.Opcode;

/** Sends back what it is sent: text as text, binary as binary, in fragments of the same lengths. */
final class EchoEndpoint implements Endpoint {
    static final String PATH = "/echo";

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public Optional<String> subprotocol(List<String> offered) {
        return Optional.empty();
    }

    @Override
    public Session open(WebSocket socket, String query, String subprotocol) {
        return new Echo(socket);
    }

    private record Echo(WebSocket socket) implements Session {
        @Override
        public void text(String message) {
            back(Opcode.TEXT, message.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public void binary(ByteBuffer message) {
            byte[] bytes = new byte[message.remaining()];
            message.get(bytes);
            back(Opcode.BINARY, bytes);
        }

        @Override
        public void closed() {
            // Nothing is kept between messages.
        }

        private void back(Opcode opcode, byte[] bytes) {
            List<Integer> lengths = ((SandboxDraft) socket.getDraft()).fragments();
            new Outbox(socket).send(() -> send(opcode, bytes, lengths));
        }

        private void send(Opcode opcode, byte[] bytes, List<Integer> lengths) {
            if (lengths.size() < 2) {
                whole(opcode, bytes);
                return;
            }
            int from = 0;
            for (int i = 0; i < lengths.size(); i++) {
                byte[] part = Arrays.copyOfRange(bytes, from, from + lengths.get(i));
                from += part.length;
                socket.sendFragmentedFrame(opcode, ByteBuffer.wrap(part), i == lengths.size() - 1);
            }
        }

        private void whole(Opcode opcode, byte[] bytes) {
            if (opcode == Opcode.TEXT) {
                socket.send(new String(bytes, StandardCharsets.UTF_8));
            } else {
                socket.send(bytes);
            }
        }
    }
}
