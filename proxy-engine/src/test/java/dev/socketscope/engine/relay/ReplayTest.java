package dev.socketscope.engine.relay;

import static dev.socketscope.engine.relay.WireText.fromClient;
import static dev.socketscope.engine.relay.WireText.fromUpstream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Event;
import dev.socketscope.engine.api.FrameQuery;
import dev.socketscope.engine.api.FrameView;
import dev.socketscope.engine.api.Leg;
import dev.socketscope.engine.api.Opcode;
import dev.socketscope.engine.api.ReplayPlan;
import dev.socketscope.engine.api.ReplayPlan.Selection;
import dev.socketscope.engine.api.ReplayStatus;
import dev.socketscope.engine.api.ReplayStatus.State;
import dev.socketscope.engine.api.Reply;
import dev.socketscope.engine.journal.FrameLog;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Captured messages are sent again. */
class ReplayTest {
    private static final int TEXT = 0x81;
    private static final int FIRST_PART = 0x01;
    private static final int LAST_PART = 0x80;
    private static final long SECOND = 1_000_000;

    /** The client's kernel keeps little for it. */
    private final RawTunnel t = new RawTunnel(Engines.LIMITS, Timing.DEFAULT, Transport.best(), 8_192);

    @AfterEach
    void stop() {
        t.close();
    }

    private String id() {
        return t.connection().id();
    }

    /** A frame in the capture, as if this connection had carried it at a time. */
    private long captured(Direction direction, long atMicros, int firstByte, String text, long messageSeq) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return t.engine.context()
                .frames()
                .append(IdScramble.number(id()), direction, atMicros, firstByte, false, 0, bytes.length,
                        ByteBuffer.wrap(bytes), messageSeq, 0);
    }

    private long captured(Direction direction, long atMicros, String text) {
        return captured(direction, atMicros, TEXT, text, FrameLog.ITSELF);
    }

    private Selection all(@Nullable Direction direction) {
        return new Selection.Range(id(), 0, Long.MAX_VALUE, direction);
    }

    private String start(ReplayPlan plan) {
        Reply reply = Engines.submit(t.engine, new Command.StartReplay(id(), plan));
        assertThat(reply).isInstanceOf(Reply.Armed.class);
        return ((Reply.Armed) reply).id();
    }

    private String refusal(Selection selection) {
        Reply reply = Engines.submit(t.engine, new Command.StartReplay(id(), ReplayPlan.of(selection)));
        assertThat(reply).isInstanceOf(Reply.Refused.class);
        return ((Reply.Refused) reply).reason();
    }

    private static Selection frames(Long... seqs) {
        return new Selection.Frames(Arrays.asList(seqs));
    }

    private ReplayStatus ended() {
        return await().until(() -> t.engine.replays().getFirst(), r -> r.state() != State.RUNNING);
    }

    private Duration took(ReplayPlan plan, int messages) {
        long before = System.nanoTime();
        start(plan);
        for (int i = 0; i < messages; i++) {
            WireText.read(t.client);
        }
        return Duration.ofNanos(System.nanoTime() - before);
    }

    @Test
    void messagesGoEachItsWayAndAreMarkedAsTheEnginesOwn() throws Exception {
        t.client.send(fromClient(Opcode.TEXT, false, "hello ")).send(fromClient(Opcode.CONTINUATION, true, "world"));
        assertThat(List.of(WireText.read(t.upstream).text(), WireText.read(t.upstream).text()))
                .containsExactly("hello ", "world");
        t.upstream.send(WireText.from(Leg.UPSTREAM, Opcode.PING, new byte[0]))
                .send(fromUpstream("hi"));
        assertThat(WireText.read(t.client).opcode()).isEqualTo(Opcode.PING);
        assertThat(WireText.read(t.client).text()).isEqualTo("hi");
        start(ReplayPlan.of(new Selection.Range(id(), 0, Long.MAX_VALUE, null)).withoutGaps());
        assertThat(WireText.read(t.upstream)).satisfies(again -> {
            assertThat(again.text()).isEqualTo("hello world");
            assertThat(again.fin()).isTrue();
        });
        assertThat(WireText.read(t.client).text()).isEqualTo("hi");
        assertThat(ended()).satisfies(r -> {
            assertThat(r.state()).isEqualTo(State.DONE);
            assertThat(r.sent()).isEqualTo(2);
            assertThat(r.bytes()).isEqualTo(13);
        });
        try (FrameView view = t.engine.frames(FrameQuery.ALL)) {
            await().until(() -> view.endRow() == 6);
            assertThat(LongStream.range(0, 6).mapToObj(view::row).map(Objects::requireNonNull))
                    .extracting(row -> row.frame().injected())
                    .containsExactly(false, false, false, false, true, true);
        }
        assertThat(Engines.events(t.engine, Event.ReplayStarted.class)).hasSize(1);
        start(ReplayPlan.of(all(Direction.TO_CLIENT)).withoutGaps());
        start(ReplayPlan.of(frames(5L)).withoutGaps());
        assertThat(List.of(WireText.read(t.client).text(), WireText.read(t.client).text())).as("once each")
                .containsExactly("hi", "hi");
        await().until(() -> t.engine.replays().stream().allMatch(r -> r.state() == State.DONE));
        assertThat(Engines.events(t.engine, Event.ReplayFinished.class)).hasSize(3)
                .allMatch(e -> e.state() == State.DONE && e.sent() == e.messages());
    }

    @Test
    void gapsAreAsTheyWereOrScaledOrCut() {
        captured(Direction.TO_CLIENT, 0, "a");
        captured(Direction.TO_CLIENT, SECOND / 5, "b");
        captured(Direction.TO_CLIENT, SECOND / 2, "c");
        ReplayPlan plan = ReplayPlan.of(new Selection.Range(id(), 0, 2, null));
        assertThat(took(plan, 3)).isGreaterThanOrEqualTo(Duration.ofMillis(500));
        assertThat(took(plan.at(0.5), 3)).isGreaterThanOrEqualTo(Duration.ofMillis(1_000));
        captured(Direction.TO_UPSTREAM, 3_600 * SECOND, "much later");
        long before = System.nanoTime();
        start(new ReplayPlan(new Selection.Range(id(), 2, Long.MAX_VALUE, null), ReplayPlan.Timing.ORIGINAL, 2,
                Duration.ofMillis(600)));
        assertThat(WireText.read(t.upstream).text()).isEqualTo("much later");
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isBetween(Duration.ofMillis(300),
                Duration.ofSeconds(60));
    }

    @Test
    void nothingIsSentUnlessEverythingCanBe() {
        long good = captured(Direction.TO_CLIENT, 0, "good");
        long ping = captured(Direction.TO_CLIENT, 0, 0x89, "", FrameLog.ITSELF);
        long first = captured(Direction.TO_CLIENT, 0, FIRST_PART, "begun", FrameLog.ITSELF);
        assertThat(refusal(frames(good, 99L)))
                .isEqualTo("Frame 99 is not in the capture: it was dropped or has not come yet.");
        assertThat(refusal(frames(good, ping)))
                .isEqualTo("Frame 1 is a ping frame; only text and binary messages can be sent again.");
        assertThat(refusal(frames(good, first)))
                .isEqualTo("The message of frame 2 was not captured whole: the message does not end here.");
        captured(Direction.TO_CLIENT, 0, LAST_PART, " and ended", first);
        long cut = captured(Direction.TO_CLIENT, 0, "x".repeat(Engines.CAPTURE.maxPayload() + 1));
        assertThat(refusal(all(null))).startsWith("The message of frame " + cut + " was not captured whole: 1 of");
        assertThat(refusal(all(Direction.TO_UPSTREAM)))
                .isEqualTo("No message of that connection begins in that range.");
        assertThat(refusal(new Selection.Range("nobody", 0, 9, null)))
                .isEqualTo("No message of that connection begins in that range.");
        Engines.submit(t.engine, new Command.ClearCapture());
        assertThat(refusal(all(null))).isEqualTo("Frames before 5 have been dropped from the capture.");
        t.upstream.send(fromUpstream("nothing before this"));
        assertThat(WireText.read(t.client).text()).isEqualTo("nothing before this");
        assertThat(t.engine.replays()).isEmpty();
    }

    @Test
    void aCancelledReplaySendsNothingMore() {
        captured(Direction.TO_CLIENT, 0, "now");
        captured(Direction.TO_CLIENT, 30 * SECOND, "never");
        String id = start(ReplayPlan.of(all(null)));
        assertThat(WireText.read(t.client).text()).isEqualTo("now");
        assertThat(Engines.submit(t.engine, new Command.CancelReplay(id))).isInstanceOf(Reply.Done.class);
        assertThat(ended()).satisfies(r -> {
            assertThat(r.state()).isEqualTo(State.CANCELLED);
            assertThat(r.sent()).isEqualTo(1);
        });
        assertThat(Engines.submit(t.engine, new Command.CancelReplay(id))).isInstanceOf(Reply.Refused.class);
    }

    @Test
    void aReplayEndsWithItsConnection() {
        captured(Direction.TO_CLIENT, 0, "now");
        captured(Direction.TO_CLIENT, 30 * SECOND, "never");
        start(ReplayPlan.of(all(null)));
        assertThat(WireText.read(t.client).text()).isEqualTo("now");
        t.client.reset();
        assertThat(ended()).satisfies(r -> {
            assertThat(r.state()).isEqualTo(State.BROKEN_OFF);
            assertThat(r.detail()).isEqualTo("the connection has ended");
        });
    }

    @Test
    void eightAreUnderWayAtMost() {
        captured(Direction.TO_CLIENT, 0, "now");
        captured(Direction.TO_CLIENT, 30 * SECOND, "never");
        Selection both = new Selection.Range(id(), 0, 1, null);
        IntStream.range(0, 8).forEach(i -> start(ReplayPlan.of(both)));
        assertThat(refusal(both)).startsWith("8 replays are under way");
        Engines.submit(t.engine, new Command.CancelReplays());
        await().until(() -> t.engine.replays().stream().noneMatch(r -> r.state() == State.RUNNING));
        start(ReplayPlan.of(both));
    }

    @Test
    void aReplayWaitsForTheEndOfAMessageThatIsUnderWay() {
        IntStream.range(0, 200).forEach(i -> captured(Direction.TO_CLIENT, 0, "replayed " + i));
        t.upstream.send(fromUpstream(Opcode.TEXT, false, "begun, "));
        assertThat(WireText.read(t.client).text()).isEqualTo("begun, ");
        start(ReplayPlan.of(new Selection.Range(id(), 0, 199, null)).withoutGaps());
        t.upstream.send(fromUpstream(Opcode.CONTINUATION, true, "ended"));
        assertThat(WireText.read(t.client).text()).isEqualTo("ended");
        for (int i = 0; i < 200; i++) {
            assertThat(WireText.read(t.client).text()).isEqualTo("replayed " + i);
        }
    }

    @Test
    void aReceiverThatDoesNotReadIsWaitedFor() {
        IntStream.range(0, 120).forEach(i -> captured(Direction.TO_CLIENT, 0, i + "x".repeat(60_000)));
        start(ReplayPlan.of(all(null)).withoutGaps());
        await().during(Duration.ofMillis(300)).until(() -> Engines.tunnel(t.engine).heldBytes() < 1 << 20);
        for (int i = 0; i < 120; i++) {
            assertThat(WireText.read(t.client).text()).startsWith(i + "xxx");
        }
        assertThat(ended().state()).isEqualTo(State.DONE);
    }
}
