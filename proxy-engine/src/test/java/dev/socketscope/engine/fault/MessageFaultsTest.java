package dev.socketscope.engine.fault;

import static dev.socketscope.engine.fault.Sent.down;
import static dev.socketscope.engine.fault.Sent.send;
import static dev.socketscope.engine.fault.Sent.through;
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
import org.junit.jupiter.api.Test;

/** What becomes of whole messages when several faults might act, and which of them are looked at. */
class MessageFaultsTest {
    private static final FaultMatch DOWN = FaultMatch.ANY.going(Direction.TO_CLIENT);

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

        assertThat(through(down(armed), "cat")).containsExactly("mouse");
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
    void messagesThatDependOnEachOthersCompressionAreLeftAlone() {
        Armed armed = Armed.with(Fault.of(new MessageFault.Drop()),
                Fault.of(new Disconnect(Legs.BOTH, Mode.FIN, 1000, "")).on(DOWN.saying("x")));

        assertThat(armed.on(Armed.takingOver()).frames(Direction.TO_CLIENT).idle()).isTrue();
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
