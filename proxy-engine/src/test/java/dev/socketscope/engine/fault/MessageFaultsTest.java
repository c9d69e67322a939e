package dev.socketscope.engine.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.Command.Legs;
import dev.socketscope.engine.api.Command.Mode;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.EndingFault.Disconnect;
import dev.socketscope.engine.api.Fault;
import dev.socketscope.engine.api.FaultMatch;
import dev.socketscope.engine.api.MessageFault;
import dev.socketscope.engine.api.MessageFault.Rule;
import dev.socketscope.engine.api.Opcode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What becomes of whole messages. */
class MessageFaultsTest {
    private static final FaultMatch DOWN = FaultMatch.ANY.going(Direction.TO_CLIENT);

    private static FrameFaults down(Armed armed) {
        return armed.onConnection().frames(Direction.TO_CLIENT);
    }

    private static List<Delivery> send(FrameFaults faults, String text) {
        return faults.message(Text.of(text), 0).deliveries();
    }

    private static List<String> texts(List<Delivery> deliveries) {
        return deliveries.stream().map(Text::of).toList();
    }

    private static List<String> through(FrameFaults faults, int messages) {
        List<String> got = new ArrayList<>();
        IntStream.rangeClosed(1, messages).forEach(i -> got.addAll(texts(send(faults, Integer.toString(i)))));
        return got;
    }

    @Test
    void withoutFaultsThereIsNothingToAsk() {
        FrameFaults faults = down(new Armed());

        assertThat(faults.idle()).isTrue();
        assertThat(faults.wantsMessages()).isFalse();
    }

    @Test
    void aMessageThatNoFaultTouchesKeepsItsFrames() {
        Armed armed = Armed.with(new MessageFault.Replace("absent", ""));

        assertThat(send(down(armed), "hello")).singleElement()
                .isEqualTo(Delivery.unchanged(Text.of("hello")));
        assertThat(armed.firings).isEmpty();
    }

    @Test
    void aDroppedMessageVanishesInOneDirectionOnly() {
        Armed armed = Armed.with(Fault.of(new MessageFault.Drop()).on(DOWN));
        ConnectionFaults both = armed.onConnection();

        assertThat(send(both.frames(Direction.TO_CLIENT), "lost")).isEmpty();
        assertThat(both.frames(Direction.TO_UPSTREAM).idle()).isTrue();
        assertThat(armed.details()).containsExactly("message of 4 bytes dropped");
    }

    @Test
    void opcodeAndTextSelectAndOnlyTheSelectedAreCounted() {
        Armed armed = Armed.with(Fault.of(new MessageFault.Drop()).on(DOWN.of(Opcode.TEXT).saying("x").every(2, 0)));
        FrameFaults faults = down(armed);

        assertThat(send(faults, "x1")).hasSize(1);
        assertThat(send(faults, "other")).hasSize(1);
        assertThat(faults.message(new Text(Opcode.BINARY, "x"), 0).deliveries()).hasSize(1);
        assertThat(send(faults, "x2")).isEmpty();
    }

    @Test
    void changesActOnWhatTheOneBeforeHasLeftButSelectorsLookAtTheOriginal() {
        Armed armed = Armed.with(Fault.of(new MessageFault.Replace("cat", "elephant")),
                Fault.of(new MessageFault.Replace("elephant", "mouse")).on(FaultMatch.ANY.saying("cat")),
                Fault.of(new MessageFault.Truncate(1)).on(FaultMatch.ANY.saying("mouse")));

        assertThat(texts(send(down(armed), "cat"))).containsExactly("mouse");
    }

    @Test
    void aMessageThatCannotBeChangedIsNotCounted() {
        for (MessageFault spec : List.of(new MessageFault.Truncate(3), new MessageFault.Replace("long", ""),
                new MessageFault.Fragment(3))) {
            Armed armed = Armed.with(Fault.of(spec).times(1));
            FrameFaults faults = down(armed);
            send(faults, "abc");

            assertThat(armed.rules().spent(0)).as(spec.toString()).isEmpty();
            send(faults, "long enough");
            assertThat(armed.firings).as(spec.toString()).hasSize(1).allMatch(Firing::last);
        }
        Armed corrupt = Armed.with(Fault.of(new MessageFault.Corrupt(1, MessageFault.Utf8.KEEP)).times(1));
        send(down(corrupt), "");
        assertThat(corrupt.rules().spent(0)).isEmpty();
    }

    @Test
    void copiesFollowAtTheirGapAndDoNotHoldUpOthers() {
        List<Delivery> got = send(down(Armed.with(new MessageFault.Duplicate(2, Duration.ofMillis(5)))), "x");

        assertThat(got).extracting(Delivery::delayNanos).containsExactly(0L, Armed.millis(5), Armed.millis(10));
        assertThat(got).extracting(Delivery::inOrder).containsExactly(true, false, false);
        assertThat(send(down(Armed.with(new MessageFault.Duplicate(2, Duration.ZERO))), "x")).hasSize(3)
                .allMatch(Delivery::inOrder);
    }

    @Test
    void severalDuplicatesEachCopyTheMessageItself() {
        Armed armed = Armed.with(new MessageFault.Duplicate(1, Duration.ZERO),
                new MessageFault.Duplicate(2, Duration.ZERO));

        assertThat(send(down(armed), "x")).hasSize(4);
    }

    @Test
    void delaysAddUpAndJitterStaysInItsRange() {
        Armed armed = Armed.with(new MessageFault.Delay(Duration.ofMillis(10), Duration.ZERO),
                new MessageFault.Delay(Duration.ofMillis(100), Duration.ofMillis(50)));
        FrameFaults faults = down(armed);
        List<Long> delays = IntStream.range(0, 2_000).mapToObj(_ -> send(faults, "x").getFirst().delayNanos()).toList();

        assertThat(delays).allMatch(nanos -> nanos >= Armed.millis(60) && nanos <= Armed.millis(160));
        assertThat(delays).anyMatch(nanos -> nanos < Armed.millis(63)).anyMatch(nanos -> nanos > Armed.millis(157));
    }

    @Test
    void theSmallestFragmentWins() {
        Armed armed = Armed.with(new MessageFault.Fragment(3), new MessageFault.Fragment(5));

        assertThat(send(down(armed), "abcdefgh").getFirst().fragment()).isEqualTo(3);
    }

    @Test
    void aViolationComesBeforeTheMessage() {
        Armed armed = Armed.with(new MessageFault.Violate(Rule.OVERSIZE_CONTROL));

        assertThat(send(down(armed), "x").getFirst().violation()).isEqualTo(Rule.OVERSIZE_CONTROL);
        assertThat(armed.details()).containsExactly("frame inserted that breaks a rule: oversize-control");
    }

    @Test
    void theOrderOfStepsDoesNotDependOnTheOrderOfArming() {
        Fault disconnect = Fault.of(new Disconnect(Legs.BOTH, Mode.FIN, 1000, "")).on(DOWN.saying("end"));
        Armed armed = Armed.with(Fault.of(new MessageFault.Violate(Rule.RSV)), Fault.of(new MessageFault.Fragment(1)),
                Fault.of(new MessageFault.Delay(Duration.ofMillis(7), Duration.ZERO)),
                Fault.of(new MessageFault.Duplicate(1, Duration.ZERO)),
                Fault.of(new MessageFault.Replace("a", "bb")),
                Fault.of(new MessageFault.Drop()).on(DOWN.saying("drop")),
                disconnect);
        FrameFaults faults = down(armed);

        assertThat(faults.message(Text.of("drop at the end"), 0).ending()).isNotNull();
        assertThat(send(faults, "drop")).isEmpty();
        armed.firings.clear();
        assertThat(send(faults, "a")).hasSize(2).allSatisfy(delivery -> {
            assertThat(Text.of(delivery)).isEqualTo("bb");
            assertThat(delivery.fragment()).isEqualTo(1);
            assertThat(delivery.delayNanos()).isEqualTo(Armed.millis(7));
            assertThat(delivery.violation()).isEqualTo(Rule.RSV);
        });
        assertThat(armed.details()).startsWith("message changed: replace", "message sent again, 1 times");
    }

    @Test
    void disconnectTakesTheMessagesPlace() {
        Armed armed = Armed.with(
                Fault.of(new Disconnect(Legs.CLIENT, Mode.CLOSE, 4000, "poison")).on(DOWN.saying("poison")));
        FrameFaults faults = down(armed);

        assertThat(faults.message(Text.of("fine"), 0).ending()).isNull();
        Fate fate = faults.message(Text.of("poison"), 0);
        assertThat(fate.deliveries()).isEmpty();
        assertThat(fate.ending()).isEqualTo(new Ending(Legs.CLIENT, Mode.CLOSE, 4000, "poison", "flt_1"));
    }

    @Test
    void messagesThatDependOnEachOthersCompressionAreLeftAlone() {
        Armed armed = Armed.with(Fault.of(new MessageFault.Drop()),
                Fault.of(new Disconnect(Legs.BOTH, Mode.FIN, 1000, "")).on(DOWN.saying("x")));

        assertThat(armed.on(Armed.takingOver()).frames(Direction.TO_CLIENT).idle()).isTrue();
    }

    @Test
    void theSameSeedLosesTheSameMessagesWhateverPassesElsewhere() {
        Fault half = Fault.of(new MessageFault.Drop()).likely(0.5, 42);
        List<String> alone = through(Armed.with(half).on(Armed.connection(3)).frames(Direction.TO_CLIENT), 200);
        Armed armed = Armed.with(half);
        ConnectionFaults busy = armed.on(Armed.connection(8));
        ConnectionFaults mine = armed.on(Armed.connection(3));
        List<String> interleaved = new ArrayList<>();
        for (int i = 1; i <= 200; i++) {
            send(busy.frames(Direction.TO_CLIENT), "noise");
            send(mine.frames(Direction.TO_UPSTREAM), "noise");
            interleaved.addAll(texts(send(mine.frames(Direction.TO_CLIENT), Integer.toString(i))));
        }

        assertThat(interleaved).isEqualTo(alone).hasSizeBetween(70, 130);
        Fault other = Fault.of(new MessageFault.Drop()).likely(0.5, 43);
        assertThat(through(Armed.with(other).on(Armed.connection(3)).frames(Direction.TO_CLIENT), 200))
                .isNotEqualTo(alone);
    }

    @Test
    void faultsThatStayGoOnCountingWhenOthersComeAndGo() {
        Armed armed = Armed.with(Fault.of(new MessageFault.Drop()).on(FaultMatch.ANY.every(3, 0)));
        ConnectionFaults faults = armed.onConnection();
        FrameFaults down = faults.frames(Direction.TO_CLIENT);
        assertThat(through(down, 2)).containsExactly("1", "2");
        FaultRule other = armed.arm(Fault.of(new MessageFault.Fragment(100)));

        assertThat(faults.use(armed.rules())).isTrue();
        assertThat(faults.use(armed.rules())).isFalse();
        assertThat(send(down, "3")).isEmpty();
        armed.disarm(other);
        faults.use(armed.rules());
        assertThat(through(down, 3)).containsExactly("1", "2");
    }
}
