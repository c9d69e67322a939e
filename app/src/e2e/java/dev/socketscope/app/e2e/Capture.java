package dev.socketscope.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;

/** What {@code tcpdump} takes down of some ports of the loopback interface, in the order in which it went over the wire. */
final class Capture implements AutoCloseable {
    private static final int FILE_HEADER = 24;
    private static final int ETHERNET = 14;

    /** A TCP segment (RFC 9293 §3.1). */
    record Segment(int from, int to, int flags, byte[] data) {
        boolean fin() {
            return (flags & 1) != 0;
        }

        boolean syn() {
            return (flags & 2) != 0;
        }

        boolean rst() {
            return (flags & 4) != 0;
        }

        boolean hasData() {
            return data.length > 0;
        }

        @Override
        public String toString() {
            return from + "→" + to + (syn() ? " SYN" : "") + (fin() ? " FIN" : "") + (rst() ? " RST" : "") + " "
                    + Arrays.toString(Arrays.copyOf(data, Math.min(data.length, 40)));
        }
    }

    private final Path file;
    private final Program program;
    private final int firstPort;
    private final Set<Integer> marks = new HashSet<>();

    private Capture(Path file, Program program, int firstPort) {
        this.file = file;
        this.program = program;
        this.firstPort = firstPort;
    }

    /** Begins to capture; skips the test, saying why, where this machine does not let it. */
    static Capture of(String name, int... ports) {
        Path folder = Places.emptyFolder(name);
        Path file = folder.resolve("lo.pcap");
        String filter = IntStream.of(ports).mapToObj(port -> "tcp port " + port).collect(Collectors.joining(" or "));
        Program program = new Program(folder, name + "-tcpdump",
                List.of(Places.program("tcpdump"), "-i", "lo",
                        "-n", "-U", "--immediate-mode", "-Z", "root", "-w", file.toString(), filter));
        program.awaitOutput("listening on lo|permission|[Nn]ot permitted|No such device");
        Assumptions.assumeTrue(program.output().contains("listening on lo"),
                () -> "this machine does not allow capturing packets: " + program.output());
        return new Capture(file, program, ports[0]);
    }

    /** Everything up to now. */
    List<Segment> segments() {
        int marker = mark();
        List<Segment> all = await().until(this::read,
                segments -> segments.stream().anyMatch(s -> s.syn() && s.from() == marker));
        return all.stream().filter(s -> !marks.contains(s.from()) && !marks.contains(s.to())).toList();
    }

    /** Opens a connection after everything else. @return its port */
    private int mark() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", firstPort));
            marks.add(socket.getLocalPort());
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Segment> read() throws IOException {
        ByteBuffer in = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        List<Segment> segments = new ArrayList<>();
        try {
            assertThat(in.getInt()).as("a capture in microseconds, little-endian").isEqualTo(0xA1B2C3D4);
            in.position(FILE_HEADER);
            while (in.hasRemaining()) {
                int length = in.getInt(in.position() + 8);
                byte[] packet = new byte[length];
                in.position(in.position() + 16).get(packet);
                segments.add(segment(ByteBuffer.wrap(packet)));
            }
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
            // The rest is just being written.
        }
        return segments;
    }

    private static Segment segment(ByteBuffer packet) {
        int ip = ETHERNET;
        int tcp = ip + 4 * (packet.get(ip) & 0xF);
        int end = ip + (packet.getShort(ip + 2) & 0xFFFF);
        int start = tcp + 4 * (packet.get(tcp + 12) >> 4 & 0xF);
        return new Segment(packet.getShort(tcp) & 0xFFFF, packet.getShort(tcp + 2) & 0xFFFF, packet.get(tcp + 13),
                Arrays.copyOfRange(packet.array(), start, end));
    }

    @Override
    public void close() {
        program.close();
    }
}
