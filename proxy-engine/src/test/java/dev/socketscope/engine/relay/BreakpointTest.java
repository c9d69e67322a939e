package dev.socketscope.engine.relay;

import static dev.socketscope.engine.relay.Holding.DOWN;
import static dev.socketscope.engine.relay.Holding.DROP;
import static dev.socketscope.engine.relay.Holding.FORWARD;
import static dev.socketscope.engine.relay.Holding.UP;
import static dev.socketscope.engine.relay.Holding.edited;
import static dev.socketscope.engine.relay.Holding.held;
import static dev.socketscope.engine.relay.Holding.outcomes;
import static dev.socketscope.engine.relay.Holding.release;
import static dev.socketscope.engine.relay.WireText.fromClient;
import static dev.socketscope.engine.relay.WireText.fromUpstream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.api.Breakpoint;
import dev.socketscope.engine.api.BreakpointStatus;
import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.Event;
import dev.socketscope.engine.api.Event.Outcome;
import dev.socketscope.engine.api.Fault;
import dev.socketscope.engine.api.FaultMatch;
import dev.socketscope.engine.api.FrameQuery;
import dev.socketscope.engine.api.FrameRow;
import dev.socketscope.engine.api.FrameView;
import dev.socketscope.engine.api.HeldMessage;
import dev.socketscope.engine.api.Leg;
import dev.socketscope.engine.api.MessageFault;
import dev.socketscope.engine.api.Opcode;
import dev.socketscope.engine.api.Release;
import dev.socketscope.engine.api.Reply;
import dev.socketscope.engine.api.TunnelPolicy;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Messages wait for a decision, and what is behind them waits with them. */
class BreakpointTest {
    private final RawTunnel t = new RawTunnel(TunnelPolicy.PASSIVE);

    @AfterEach
    void stop() {
        t.close();
    }

    private void fromServer(String... texts) {
        for (String text : texts) {
            t.upstream.send(fromUpstream(text));
        }
    }

    private String atClient() {
        return WireText.read(t.client).text();
    }

    private String atServer() {
        return WireText.read(t.upstream).text();
    }

    /** A ping sent behind everything else overtakes what is held, and nothing else. */
    private void onlyAPingArrivesAtClient() {
        t.upstream.send(WireText.from(Leg.UPSTREAM, Opcode.PING, new byte[]{7}));
        assertThat(WireText.read(t.client).opcode()).isEqualTo(Opcode.PING);
    }

    @Test
    void anEditedMessageTakesThePlaceOfTheOneThatWasHeld() throws Exception {
        Holding.set(t.engine, DOWN.saying("two"));
        fromServer("one", "two", "three");
        assertThat(atClient()).isEqualTo("one");
        HeldMessage message = held(t.engine, 1).getFirst();
        onlyAPingArrivesAtClient();
        assertThat(message.preview()).isEqualTo("two");
        assertThat(message.length()).isEqualTo(3);
        assertThat(message.connection()).isEqualTo(t.connection().id());
        assertThat(t.engine.heldContent(message.id()).toCompletableFuture().get().orElseThrow())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("two");
        release(t.engine, message, edited("zwei"));
        assertThat(atClient()).isEqualTo("zwei");
        assertThat(atClient()).isEqualTo("three");
        assertThat(outcomes(t.engine)).containsExactly(Outcome.EDITED);
        assertThat(Engines.events(t.engine, Event.MessageHeld.class)).singleElement()
                .extracting(Event.MessageHeld::length)
                .isEqualTo(3L);
    }

    @Test
    void decisionsMayComeInAnyOrderMessagesLeaveInTheirs() {
        Holding.set(t.engine, DOWN.of(Opcode.TEXT));
        fromServer("a", "b", "c", "d");
        List<HeldMessage> four = held(t.engine, 4);
        release(t.engine, four.get(2), FORWARD);
        release(t.engine, four.get(1), DROP);
        onlyAPingArrivesAtClient();
        release(t.engine, four.get(0), FORWARD);
        assertThat(atClient()).isEqualTo("a");
        assertThat(atClient()).isEqualTo("c");
        onlyAPingArrivesAtClient();
        release(t.engine, four.get(3), edited("D"));
        assertThat(atClient()).isEqualTo("D");
        assertThat(Engines.submit(t.engine, new Command.ReleaseHeld(four.get(3).id(), FORWARD)))
                .isInstanceOf(Reply.Refused.class);
    }

    @Test
    void aForwardedMessageLeavesFrameByFrameAsItCame() {
        Holding.set(t.engine, UP);
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.writeBytes(fromClient(Opcode.TEXT, false, "in "));
        message.writeBytes(fromClient(Opcode.CONTINUATION, false, "three "));
        message.writeBytes(fromClient(Opcode.CONTINUATION, true, "parts"));
        byte[] frames = message.toByteArray();
        byte[] ping = WireText.from(Leg.CLIENT, Opcode.PING, new byte[]{1});
        t.client.send(Arrays.copyOf(frames, 20))
                .send(Arrays.copyOfRange(frames, 20, frames.length))
                .send(ping);
        HeldMessage held = held(t.engine, 1).getFirst();
        assertThat(held.preview()).isEqualTo("in three parts");
        assertThat(t.upstream.read(ping.length)).isEqualTo(ping);
        release(t.engine, held, FORWARD);
        assertThat(t.upstream.read(frames.length)).isEqualTo(frames);
    }

    @Test
    void theOtherDirectionGoesOn() {
        Holding.set(t.engine, DOWN);
        fromServer("held");
        held(t.engine, 1);
        t.client.send(fromClient("free"));
        assertThat(atServer()).isEqualTo("free");
        t.client.send(WireText.from(Leg.CLIENT, Opcode.PING, new byte[]{1}));
        assertThat(WireText.read(t.upstream).opcode()).isEqualTo(Opcode.PING);
        t.upstream.send(WireText.from(Leg.UPSTREAM, Opcode.PONG, new byte[]{1}));
        assertThat(WireText.read(t.client).opcode()).isEqualTo(Opcode.PONG);
    }

    @Test
    void aCloseFrameComesBehindWhatIsHeld() {
        Holding.set(t.engine, DOWN.saying("held"));
        fromServer("held", "waits");
        t.upstream.send(fromUpstream(Opcode.CLOSE, true, ""));
        HeldMessage message = held(t.engine, 1).getFirst();
        await().until(() -> t.connection().close() != null);
        release(t.engine, message, edited("still"));
        assertThat(atClient()).isEqualTo("still");
        assertThat(atClient()).isEqualTo("waits");
        assertThat(WireText.read(t.client).opcode()).isEqualTo(Opcode.CLOSE);
    }

    @Test
    void theEndOfTheStreamComesBehindWhatIsHeld() {
        Holding.set(t.engine, UP.saying("held"));
        t.client.send(fromClient("held")).send(fromClient("waits")).fin();
        HeldMessage message = held(t.engine, 1).getFirst();
        await().until(() -> t.connection().close() != null);
        release(t.engine, message, FORWARD);
        assertThat(atServer()).isEqualTo("held");
        assertThat(atServer()).isEqualTo("waits");
        assertThat(t.upstream.readToEnd()).isEmpty();
    }

    @Test
    void whatNobodyDecidesOnGoesOnUnchangedAndSaysSo() {
        Holding.set(t.engine, Breakpoint.on(DOWN).holding(Duration.ofMillis(150)));
        fromServer("patient");
        assertThat(atClient()).isEqualTo("patient");
        assertThat(Engines.events(t.engine, Event.MessageReleased.class)).singleElement().satisfies(e -> {
            assertThat(e.outcome()).isEqualTo(Outcome.EXPIRED);
            assertThat(e.waited()).isGreaterThanOrEqualTo(Duration.ofMillis(150));
        });
        assertThat(t.engine.heldMessages()).isEmpty();
    }

    @Test
    void clearingLetsEverythingGoOnInOrder() {
        String one = Holding.set(t.engine, DOWN.saying("1"));
        String two = Holding.set(t.engine, DOWN.saying("2"));
        fromServer("a1", "b", "c2", "d", "e1");
        held(t.engine, 3);
        assertThat(t.engine.breakpoints()).extracting(BreakpointStatus::holding).containsExactly(2, 1);
        Engines.submit(t.engine, new Command.ClearBreakpoint(one));
        assertThat(List.of(atClient(), atClient())).containsExactly("a1", "b");
        onlyAPingArrivesAtClient();
        Engines.submit(t.engine, new Command.ClearBreakpoints());
        assertThat(List.of(atClient(), atClient(), atClient())).containsExactly("c2", "d", "e1");
        assertThat(Engines.events(t.engine, Event.BreakpointCleared.class))
                .extracting(Event.BreakpointCleared::breakpoint)
                .containsExactly(one, two);
        assertThat(outcomes(t.engine)).containsOnly(Outcome.CLEARED);
        assertThat(Engines.submit(t.engine, new Command.ClearBreakpoint(one))).isInstanceOf(Reply.Refused.class);
        fromServer("free");
        assertThat(atClient()).isEqualTo("free");
    }

    @Test
    void aBreakpointWithACountIsGoneWhenItsLastMessageIs() {
        Holding.set(t.engine, Breakpoint.on(DOWN).times(2).called("twice"));
        fromServer("1", "2", "3");
        List<HeldMessage> two = held(t.engine, 2);
        assertThat(t.engine.breakpoints()).hasSize(1);
        release(t.engine, two.get(0), FORWARD);
        release(t.engine, two.get(1), FORWARD);
        assertThat(List.of(atClient(), atClient(), atClient())).containsExactly("1", "2", "3");
        assertThat(t.engine.breakpoints()).isEmpty();
        assertThat(Engines.events(t.engine, Event.BreakpointCleared.class)).singleElement()
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Event.DisarmReason.COUNT_USED_UP));
    }

    @Test
    void everyNthBehindTheFirstIsChosen() {
        Holding.set(t.engine, DOWN.every(2, 1));
        fromServer("1", "2", "3", "4", "5");
        assertThat(held(t.engine, 2)).extracting(HeldMessage::preview).containsExactly("3", "5");
        assertThat(List.of(atClient(), atClient())).containsExactly("1", "2");
    }

    @Test
    void whatIsHeldIsLostWithItsConnectionAndCounted() {
        Holding.set(t.engine, DOWN.saying("held"));
        fromServer("held", "waits", "waits too");
        held(t.engine, 1);
        t.client.send(fromClient("here"));
        assertThat(atServer()).isEqualTo("here");
        Engines.submit(t.engine, new Command.EndConnection(t.connection().id(), Command.Legs.BOTH, Command.Mode.RST, 0,
                ""));
        await().until(() -> t.engine.heldMessages().isEmpty());
        await().untilAsserted(() -> assertThat(Engines.events(t.engine, Event.MessagesDropped.class)).singleElement()
                .satisfies(e -> assertThat(e.messages()).isEqualTo(3)));
        assertThat(outcomes(t.engine)).containsExactly(Outcome.LOST);
        assertThat(t.engine.breakpoints()).singleElement().extracting(BreakpointStatus::holding).isEqualTo(0);
    }

    @Test
    void nothingOfWhatIsHeldFollowsACloseFrameOfTheEngine() {
        Holding.set(t.engine, DOWN);
        fromServer("held");
        HeldMessage message = held(t.engine, 1).getFirst();
        Engines.submit(t.engine, new Command.EndConnection(t.connection().id(), Command.Legs.BOTH, Command.Mode.CLOSE,
                4000, "enough"));
        assertThat(WireText.read(t.client).close()).isEqualTo("4000 enough");
        assertThat(Engines.submit(t.engine, new Command.ReleaseHeld(message.id(), FORWARD)))
                .isInstanceOf(Reply.Refused.class);
        t.client.fin();
        assertThat(t.client.readToEnd()).isEmpty();
    }

    @Test
    void faultsMeetWhatAPersonHasLetGo() {
        Holding.set(t.engine, DOWN.saying("cat"));
        Engines.submit(t.engine, new Command.ArmFault(Fault.of(new MessageFault.Replace("cat", "dog")).on(DOWN)));
        fromServer("a cat", "no match");
        HeldMessage message = held(t.engine, 1).getFirst();
        assertThat(message.preview()).as("as its sender sent it").isEqualTo("a cat");
        release(t.engine, message, edited("two cats"));
        assertThat(atClient()).isEqualTo("two dogs");
        assertThat(atClient()).isEqualTo("no match");
    }

    @Test
    void aMapRuleAnswersWithWhatItWasGiven() {
        Engines.submit(t.engine, new Command.ArmFault(Fault.of(new MessageFault.Replace("old", "new")).on(DOWN)));
        Engines.submit(t.engine,
                new Command.ArmFault(
                        Fault.of(new MessageFault.MapTo("{\"ok\":true}", null)).on(DOWN.saying("status"))));
        await().until(() -> t.connection().faults().size() == 2);
        fromServer("status: old", "old", "{\"ok\":true}");
        assertThat(atClient()).isEqualTo("{\"ok\":true}");
        assertThat(atClient()).isEqualTo("new");
        assertThat(atClient()).isEqualTo("{\"ok\":true}");
        assertThat(Engines.events(t.engine, Event.FaultFired.class)).extracting(Event.FaultFired::detail)
                .containsExactly("message changed: replace", "message changed: map", "message changed: replace");
    }

    @Test
    void whatCannotBeIsRefused() {
        Holding.set(t.engine, DOWN);
        fromServer("held");
        HeldMessage message = held(t.engine, 1).getFirst();
        Release broken = new Release.Edited(Opcode.TEXT, new byte[]{(byte) 0xFF});
        Release ping = new Release.Edited(Opcode.PING, new byte[0]);
        assertThat(refusal(new Command.ReleaseHeld(message.id(), broken))).isEqualTo("The text is not UTF-8.");
        assertThat(refusal(new Command.ReleaseHeld(message.id(), ping))).startsWith("opcode: got ping");
        assertThat(refusal(new Command.ReleaseHeld("held_99", FORWARD))).isEqualTo("No message held_99 is held.");
        assertThat(refusal(new Command.SetBreakpoint(Breakpoint.on(FaultMatch.ANY.onConnection("ws_none")))))
                .isEqualTo("match.connection: there is no connection ws_none.");
        assertThat(refusal(new Command.SetBreakpoint(Breakpoint.on(DOWN.saying("/(/"))))).startsWith("match.text: ");
        release(t.engine, message, FORWARD);
        assertThat(atClient()).isEqualTo("held");
    }

    private String refusal(Command command) {
        Reply reply = Engines.submit(t.engine, command);
        assertThat(reply).isInstanceOf(Reply.Refused.class);
        return ((Reply.Refused) reply).reason();
    }

    @Test
    void theCaptureShowsBothTheHeldMessageAndTheOneInItsPlace() throws Exception {
        Holding.set(t.engine, DOWN);
        fromServer("before");
        release(t.engine, held(t.engine, 1).getFirst(), edited("after"));
        assertThat(atClient()).isEqualTo("after");
        try (FrameView view = t.engine.frames(FrameQuery.ALL)) {
            await().until(() -> view.endRow() == 2);
            FrameRow held = Objects.requireNonNull(view.row(0));
            FrameRow instead = Objects.requireNonNull(view.row(1));
            assertThat(held.preview()).isEqualTo("before");
            assertThat(held.frame().held()).isTrue();
            assertThat(instead.preview()).isEqualTo("after");
            assertThat(instead.frame().injected()).isTrue();
        }
    }
}
