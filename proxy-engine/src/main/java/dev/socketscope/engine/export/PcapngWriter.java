package dev.socketscope.engine.export;

import dev.socketscope.engine.api.CloseInfo;
import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Engine;
import dev.socketscope.engine.api.Frame;
import dev.socketscope.engine.api.Header;
import dev.socketscope.engine.api.Payload;
import dev.socketscope.engine.api.Secrets;
import dev.socketscope.engine.ws.FrameEncoder;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The client's side of each connection as packets: TCP is made up, upgrade and frames are what was captured. Compressed messages stand
 * there inflated and whole, because a dissector could not follow a compression of which it misses frames; where less was kept than went
 * over the wire, a comment at the packet says so.
 */
final class PcapngWriter {
    private final Engine engine;
    private final Packets packets;
    private final FrameWalk walk;
    private final Map<String, TcpFlow> flows = new HashMap<>();
    private final Set<Long> inflated = new HashSet<>();
    private final Deque<Connection> unopened = new ArrayDeque<>();
    private final PriorityQueue<Connection> unclosed = new PriorityQueue<>(
            Comparator.comparing(c -> Objects.requireNonNullElse(c.closedAt(), Instant.MAX)));

    PcapngWriter(Engine engine, String filter, OutputStream out) {
        this.engine = engine;
        this.packets = new Packets(out);
        this.walk = new FrameWalk(engine, filter);
    }

    long write(List<Connection> connections) throws IOException {
        packets.begin("Socketscope " + engine.info().version());
        if (connections.isEmpty()) {
            return 0;
        }
        connections.stream().sorted(Comparator.comparing(Connection::openedAt)).forEach(unopened::add);
        walk.each(Set.copyOf(connections.stream().map(Connection::id).toList()), row -> frame(row.frame()));
        advance(Long.MAX_VALUE);
        return walk.lost();
    }

    private void frame(Frame frame) throws IOException {
        advance(frame.atMicros());
        TcpFlow flow = flows.get(frame.connection());
        Optional<Payload> content = flow == null ? Optional.empty() : content(frame);
        if (flow != null && content.isPresent()) {
            boolean whole = inflated.remove(frame.messageSeq()) || frame.rsv1();
            flow.bytes(frame.direction(), encoded(frame, content.get(), whole), frame.atMicros(),
                    comment(frame, content.get()));
        }
    }

    /** Empty for the parts of a compressed message before its last one. */
    private Optional<Payload> content(Frame frame) throws IOException {
        boolean control = switch (frame.opcode()) {
            case CLOSE, PING, PONG, RESERVED -> true;
            case TEXT, BINARY, CONTINUATION -> false;
        };
        if (control || !frame.rsv1() && !inflated.contains(frame.messageSeq())) {
            return walk.content(frame);
        }
        if (!frame.fin()) {
            inflated.add(frame.messageSeq());
            return Optional.empty();
        }
        return walk.message(frame);
    }

    private static byte[] encoded(Frame frame, Payload content, boolean whole) {
        byte[] payload = content.bytes();
        int firstByte = whole ? FrameEncoder.firstByte(content.opcode(), true, false) : frame.firstByte();
        ByteBuffer bytes = ByteBuffer
                .allocate(FrameEncoder.headerLength(payload.length, frame.masked()) + payload.length);
        // A mask of zeros leaves the payload readable.
        FrameEncoder.header(bytes, firstByte, payload.length, frame.masked(), 0);
        return bytes.put(payload).array();
    }

    private static String comment(Frame frame, Payload content) {
        String cut = content.complete() ? ""
                : "only " + content.bytes().length + " bytes were kept of " + frame.length();
        String made = frame.injected() ? "made by the engine" : "";
        return String.join("; ", Stream.of(made, cut).filter(s -> !s.isEmpty()).toList());
    }

    /** Opens and closes what did so up to that time. */
    private void advance(long micros) throws IOException {
        while (!unopened.isEmpty() && micros(unopened.getFirst().openedAt()) <= micros) {
            open(unopened.removeFirst());
        }
        while (!unclosed.isEmpty() && unclosed.peek().closedAt() instanceof Instant at && micros(at) < micros) {
            close(unclosed.remove(), micros(at));
        }
    }

    private void open(Connection connection) throws IOException {
        TcpFlow flow = new TcpFlow(packets, address(connection.client().address()), address(engine.info().listen()));
        flows.put(connection.id(), flow);
        unclosed.add(connection);
        long at = micros(connection.openedAt());
        flow.open(at);
        String request = ascii(connection.handshake().requestLine()) + "\r\n"
                + lines(connection.handshake().requestHeaders());
        flow.bytes(Direction.TO_UPSTREAM, request.getBytes(StandardCharsets.ISO_8859_1), at, connection.id());
        if (connection.handshake().status() != 0) {
            String response = "HTTP/1.1 " + connection.handshake().status() + " "
                    + connection.handshake().reasonPhrase() + "\r\n" + lines(connection.handshake().returnedHeaders());
            flow.bytes(Direction.TO_CLIENT, response.getBytes(StandardCharsets.ISO_8859_1), at, "");
        }
    }

    /** Without compression, which the frames that follow do not have. */
    private static String lines(List<Header> headers) {
        StringBuilder lines = new StringBuilder();
        headers.stream()
                .filter(header -> !header.name().equalsIgnoreCase("Sec-WebSocket-Extensions"))
                .forEach(header -> lines.append(header.name())
                        .append(": ")
                        .append(ascii(header.value()))
                        .append("\r\n"));
        return lines.append("\r\n").toString();
    }

    /** What stands for a secret, in the letters of HTTP. */
    private static String ascii(String text) {
        return text.replace(Secrets.MASK, "masked");
    }

    private void close(Connection connection, long at) throws IOException {
        TcpFlow flow = flows.remove(connection.id());
        CloseInfo close = connection.close();
        if (flow != null && close != null) {
            Direction first = close.by() == CloseInfo.By.CLIENT ? Direction.TO_UPSTREAM : Direction.TO_CLIENT;
            flow.close(first, close.manner() == CloseInfo.Manner.RST, at, close.code() + " " + close.reason());
        }
    }

    private static InetSocketAddress address(String hostAndPort) {
        int colon = hostAndPort.lastIndexOf(':');
        try {
            int port = Integer.parseInt(hostAndPort.substring(colon + 1));
            String host = hostAndPort.substring(0, Math.max(0, colon));
            boolean literal = host.matches("[0-9.]+");
            return new InetSocketAddress(literal ? host : "127.0.0.1", port);
        } catch (NumberFormatException _) {
            return new InetSocketAddress("127.0.0.1", 0);
        }
    }

    private static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }
}
