package dev.socketscope.app.e2e;

import dev.socketscope.engine.ws.HandshakeRules;
import dev.socketscope.engine.ws.Masking;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** One end of a WebSocket that sends the bytes of a case and writes down everything that comes back, until the end of the stream. */
final class FramingPeer {
    private static final int LIMIT_MILLIS = 10_000;
    private static final int SHOWN = 125;
    private static final int MOST_INFLATED = 64 << 10;
    private static final int NEVER = -1;
    private static final String KEY = "dGhlIHNhbXBsZSBub25jZQ==";

    private FramingPeer() {}

    /** As a client. @return the answer's status and extensions, and then each frame */
    static List<String> visit(String address, FramingCase sent) throws IOException {
        int colon = address.lastIndexOf(':');
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(),
                Integer.parseInt(address.substring(colon + 1)))) {
            String offer = sent.extensions().isEmpty() ? ""
                    : "Sec-WebSocket-Extensions: " + sent.extensions() + "\r\n";
            write(socket,
                    List.of(("GET /echo HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                            + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: " + KEY + "\r\n" + offer + "\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1)));
            DataInputStream in = in(socket);
            String head = head(in);
            List<String> seen = new ArrayList<>(
                    List.of(head.substring(9, 12), "extensions " + header(head, "Sec-WebSocket-Extensions")));
            if (seen.getFirst().equals("101")) {
                send(socket, sent);
                frames(in, seen, NEVER);
            }
            return seen;
        }
    }

    /** As a server, to the next one that comes. @return each frame that the client sent */
    static List<String> serve(ServerSocket listening, FramingCase sent) throws IOException {
        try (Socket socket = listening.accept()) {
            DataInputStream in = in(socket);
            write(socket, List.of(("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                    + "Sec-WebSocket-Accept: " + HandshakeRules.accept(header(head(in), "Sec-WebSocket-Key"))
                    + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1)));
            List<String> seen = new ArrayList<>();
            send(socket, sent);
            frames(in, seen, Bytes.FIN | Bytes.CLOSE);
            return seen;
        }
    }

    private static void send(Socket socket, FramingCase sent) throws IOException {
        try {
            write(socket, sent.pieces());
            if (sent.ends()) {
                socket.shutdownOutput();
            }
        } catch (IOException e) {
            // The peer has had enough; what it has to say is read all the same.
            return;
        }
    }

    private static void write(Socket socket, List<byte[]> pieces) throws IOException {
        OutputStream out = socket.getOutputStream();
        for (byte[] piece : pieces) {
            out.write(piece);
        }
    }

    private static DataInputStream in(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(LIMIT_MILLIS);
        return new DataInputStream(socket.getInputStream());
    }

    private static String head(DataInputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.readUnsignedByte());
        }
        return head.toString();
    }

    private static String header(String head, String name) {
        return head.lines()
                .filter(line -> line.regionMatches(true, 0, name + ": ", 0, name.length() + 2))
                .map(line -> line.substring(name.length() + 2))
                .findFirst()
                .orElse("none");
    }

    /**
     * A reset is an end too: whether the kernel has bytes left that nobody read is a matter of moments.
     *
     * @param last first byte of the frame after which nothing is waited for, as servers end a connection after a Close frame
     */
    private static void frames(DataInputStream in, List<String> seen, int last) {
        try (Inflater context = new Inflater(true)) {
            int first;
            do {
                first = in.readUnsignedByte();
                seen.add(frame(first, in, context));
            } while (first != last);
        } catch (java.net.SocketTimeoutException e) {
            seen.add("nothing more, and no end");
        } catch (IOException e) {
            seen.add("end");
        }
    }

    private static String frame(int first, DataInputStream in, Inflater context) throws IOException {
        int second = in.readUnsignedByte();
        int length = second & 0x7F;
        if (length == 126) {
            length = in.readUnsignedShort();
        } else if (length == 127) {
            length = Math.toIntExact(in.readLong());
        }
        int key = second >= 0x80 ? in.readInt() : 0;
        byte[] payload = new byte[length];
        in.readFully(payload);
        Masking.apply(key, 0, payload, 0, length);
        return shown(first, (first & Bytes.RSV1) == 0 ? payload : inflated(payload, context));
    }

    /** A message of {@code permessage-deflate}, on the context of those before it (RFC 7692 §7.2.2). */
    private static byte[] inflated(byte[] payload, Inflater context) throws IOException {
        byte[] whole = Arrays.copyOf(payload, payload.length + 4);
        whole[whole.length - 2] = -1;
        whole[whole.length - 1] = -1;
        context.setInput(whole);
        byte[] room = new byte[MOST_INFLATED];
        try {
            return Arrays.copyOf(room, context.inflate(room));
        } catch (DataFormatException e) {
            throw new IOException(e);
        }
    }

    private static String shown(int first, byte[] payload) {
        CRC32 sum = new CRC32();
        sum.update(payload);
        String content = payload.length > SHOWN ? "…" + Long.toHexString(sum.getValue())
                : HexFormat.of().formatHex(payload);
        return "%02x %d %s".formatted(first, payload.length, content);
    }
}
