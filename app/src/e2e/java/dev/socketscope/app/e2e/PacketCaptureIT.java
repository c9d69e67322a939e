package dev.socketscope.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.app.e2e.Capture.Segment;
import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.Command.Legs;
import dev.socketscope.engine.api.Command.Mode;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.EndingFault.Disconnect;
import dev.socketscope.engine.api.Event;
import dev.socketscope.engine.api.Fault;
import dev.socketscope.engine.api.FaultMatch;
import dev.socketscope.engine.api.FaultSpec;
import dev.socketscope.engine.api.HandshakeFault;
import dev.socketscope.engine.api.HandshakeFault.Refuse;
import dev.socketscope.engine.api.Header;
import dev.socketscope.engine.api.Reply;
import dev.socketscope.engine.api.TransportFault.BlackHole;
import dev.socketscope.engine.api.TunnelPolicy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Faults that are about TCP, as they stand on the wire between npm's {@code ws} on both ends and the engine. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PacketCaptureIT {
    private static final int CLOSE = 0x88;
    private Peer server;
    private EngineUnderTest engine;
    private Witness client;
    private Capture capture;
    private int enginePort;
    private int serverPort;
    private int before;

    @BeforeAll
    void start() {
        server = new Peer("capture");
        engine = new EngineUnderTest(server.url(), TunnelPolicy.PASSIVE);
        client = new Witness.Ws("capture");
        enginePort = URI.create("http://" + engine.address()).getPort();
        serverPort = URI.create(server.url()).getPort();
        capture = Capture.of("capture", enginePort, serverPort);
    }

    @AfterAll
    void stop() {
        if (capture != null) {
            capture.close();
        }
        client.close();
        engine.close();
        server.close();
    }

    @AfterEach
    void disarm() {
        engine.submit(new Command.DisarmAll());
    }

    private void open() {
        begin();
        client.run("await p.open('/echo'); return '';");
    }

    private void begin() {
        before = capture.segments().size();
        client.begin(engine.address());
    }

    private void arm(FaultSpec spec, FaultMatch match) {
        assertThat(engine.submit(new Command.ArmFault(Fault.of(spec).on(match)))).isInstanceOf(Reply.Armed.class);
    }

    /** What went over the wire in this test between the client's or the server's socket and the engine. */
    private List<Segment> segments(Predicate<Segment> which) {
        List<Segment> all = capture.segments();
        List<Segment> since = all.subList(before, all.size());
        // Earlier sockets may still be closing.
        Set<Integer> opened = since.stream()
                .filter(s -> s.syn() && s.from() != enginePort && s.from() != serverPort)
                .map(Segment::from)
                .collect(Collectors.toSet());
        return since.stream()
                .filter(s -> opened.contains(s.from()) || opened.contains(s.to()))
                .filter(which)
                .toList();
    }

    private List<Segment> toClient() {
        return segments(s -> s.from() == enginePort);
    }

    private List<Segment> fromClient() {
        return segments(s -> s.to() == enginePort);
    }

    private List<Segment> toServer() {
        return segments(s -> s.to() == serverPort);
    }

    private List<Segment> fromServer() {
        return segments(s -> s.from() == serverPort);
    }

    private static boolean isClose(Segment segment) {
        return segment.hasData() && (segment.data()[0] & 0xFF) == CLOSE;
    }

    private void awaitEnd() {
        client.run("await p.closed(); return '';");
        engine.awaitClosed(engine.newest().id());
    }

    private static void isReset(List<Segment> sent) {
        assertThat(sent).anyMatch(Segment::rst).noneMatch(PacketCaptureIT::isClose).noneMatch(Segment::fin);
    }

    private static void isFinAlone(List<Segment> sent) {
        assertThat(sent).anyMatch(Segment::fin).noneMatch(PacketCaptureIT::isClose).noneMatch(Segment::rst);
    }

    @Test
    void rstIsAResetOnBothLegsAndNothingElse() {
        open();
        arm(new Disconnect(Legs.BOTH, Mode.RST, 1000, ""), FaultMatch.ANY);
        awaitEnd();
        isReset(toClient());
        isReset(toServer());
    }

    @Test
    void finIsAFinOnBothLegsWithoutACloseFrame() {
        open();
        arm(new Disconnect(Legs.BOTH, Mode.FIN, 1000, ""), FaultMatch.ANY);
        awaitEnd();
        isFinAlone(toClient());
        isFinAlone(toServer());
    }

    @Test
    void closeIsACloseFrameWithItsCodeAndThenAFin() {
        open();
        arm(new Disconnect(Legs.CLIENT, Mode.CLOSE, 4003, "because"), FaultMatch.ANY);
        awaitEnd();
        List<Segment> sent = toClient();
        int close = sent.indexOf(sent.stream().filter(PacketCaptureIT::isClose).findFirst().orElseThrow());
        byte[] frame = sent.get(close).data();
        assertThat((frame[2] & 0xFF) << 8 | frame[3] & 0xFF).isEqualTo(4003);
        assertThat(new String(frame, 4, frame[1] - 2, StandardCharsets.UTF_8)).isEqualTo("because");
        assertThat(sent.subList(0, close)).noneMatch(Segment::fin);
        assertThat(sent.subList(close, sent.size())).anyMatch(Segment::fin).noneMatch(Segment::rst);
    }

    @Test
    void aBlackHoleTowardsTheClientTakesEverythingAndDeliversNothing() {
        open();
        int opened = toClient().stream().filter(Segment::hasData).toList().size();
        arm(new BlackHole(), FaultMatch.ANY.going(Direction.TO_CLIENT));
        sendIntoTheDark();
        assertThat(fromServer()).as("the server has answered").anyMatch(s -> endsWith(s, "into the dark"));
        assertThat(toServer()).as("and its answer is acknowledged").last().matches(s -> !s.hasData());
        assertThat(toClient().stream().filter(Segment::hasData)).hasSize(opened);
        assertThat(toClient()).as("what the client sends is acknowledged").last().matches(s -> !s.hasData());
        aliveAndEmptiedByDisarming();
    }

    @Test
    void aBlackHoleTowardsTheServerTakesEverythingAndDeliversNothing() {
        open();
        int opened = toServer().stream().filter(Segment::hasData).toList().size();
        arm(new BlackHole(), FaultMatch.ANY.going(Direction.TO_UPSTREAM));
        sendIntoTheDark();
        assertThat(fromClient()).as("the client has sent").last().matches(s -> s.hasData());
        assertThat(toClient()).as("and that is acknowledged").last().matches(s -> !s.hasData());
        assertThat(toServer().stream().filter(Segment::hasData)).hasSize(opened);
        aliveAndEmptiedByDisarming();
    }

    private void sendIntoTheDark() {
        client.run("p.send('into the dark'); return '';");
        await().until(() -> engine.engine()
                .events(0, 100_000)
                .events()
                .stream()
                .anyMatch(e -> e instanceof Event.FaultFired f && engine.newest().id().equals(f.connection())));
        client.run("await p.wait(200); return '';");
    }

    private void aliveAndEmptiedByDisarming() {
        assertThat(segments(s -> s.fin() || s.rst())).as("both legs stay").isEmpty();
        disarm();
        assertThat(client.run("await p.texts(1); return p.said();")).isEqualTo("open, text into the dark");
    }

    /** Server frames are not masked, so their text can be read. */
    private static boolean endsWith(Segment segment, String text) {
        return new String(segment.data(), StandardCharsets.ISO_8859_1).endsWith(text);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CLOSE")
    void aDroppedHandshakeIsARstOrAFinWithoutAByteOfAnAnswer(Mode mode) {
        begin();
        arm(new HandshakeFault.Drop(mode), FaultMatch.ANY);
        client.run("await p.open('/echo'); return '';");
        assertThat(toClient()).noneMatch(Segment::hasData)
                .anyMatch(mode == Mode.RST ? Segment::rst : Segment::fin)
                .noneMatch(mode == Mode.RST ? Segment::fin : Segment::rst);
        assertThat(toServer()).as("it is not asked").isEmpty();
    }

    @Test
    void aRefusalIsAnAnswerAndThenAFin() {
        begin();
        arm(new Refuse(503, List.of(new Header("Retry-After", "7")), "slow down"), FaultMatch.ANY);
        client.run("await p.open('/echo'); return '';");
        await().untilAsserted(() -> assertThat(toClient()).anyMatch(Segment::fin));
        List<Segment> sent = toClient();
        String answer = sent.stream()
                .map(s -> new String(s.data(), StandardCharsets.ISO_8859_1))
                .reduce("", String::concat);
        assertThat(answer).startsWith("HTTP/1.1 503 ").contains("Retry-After: 7\r\n").endsWith("\r\n\r\nslow down");
        assertThat(sent).noneMatch(Segment::rst).last().matches(s -> s.fin() || !s.hasData());
        assertThat(toServer()).isEmpty();
    }
}
