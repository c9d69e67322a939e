package dev.socketscope.engine.fault;

import static dev.socketscope.engine.fault.Sent.down;
import static dev.socketscope.engine.fault.Sent.send;
import static dev.socketscope.engine.fault.Sent.through;
import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Fault;
import dev.socketscope.engine.api.FaultMatch;
import dev.socketscope.engine.api.MessageFault;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Messages vanish. */
class DropTest {
    private static List<String> left(Fault fault) {
        return through(Armed.with(fault).on(Armed.connection(3)).frames(Direction.TO_CLIENT), 200);
    }

    @Test
    void aDroppedMessageVanishesInOneDirectionOnly() {
        Armed armed = Armed.with(Fault.of(new MessageFault.Drop()).on(FaultMatch.ANY.going(Direction.TO_CLIENT)));
        ConnectionFaults both = armed.onConnection();

        assertThat(send(both.frames(Direction.TO_CLIENT), "lost")).isEmpty();
        assertThat(both.frames(Direction.TO_UPSTREAM).idle()).isTrue();
        assertThat(armed.details()).containsExactly("message of 4 bytes dropped");
    }

    @Test
    void anEmptyMessageVanishesTooAndNoMoreThanTheCount() {
        Armed armed = Armed.with(Fault.of(new MessageFault.Drop()).times(2));

        assertThat(through(down(armed), "", "a", "b")).containsExactly("b");
        assertThat(armed.firings).extracting(Firing::last).containsExactly(false, true);
    }

    @Test
    void theSameSeedLosesTheSameMessagesWhateverPassesElsewhere() {
        Fault half = Fault.of(new MessageFault.Drop()).likely(0.5, 42);
        Armed armed = Armed.with(half);
        ConnectionFaults busy = armed.on(Armed.connection(8));
        ConnectionFaults mine = armed.on(Armed.connection(3));
        List<String> interleaved = new ArrayList<>();
        for (int i = 1; i <= 200; i++) {
            send(busy.frames(Direction.TO_CLIENT), "noise");
            send(mine.frames(Direction.TO_UPSTREAM), "noise");
            interleaved.addAll(through(mine.frames(Direction.TO_CLIENT), Integer.toString(i)));
        }

        assertThat(interleaved).isEqualTo(left(half)).hasSizeBetween(70, 130);
        assertThat(left(Fault.of(new MessageFault.Drop()).likely(0.5, 43))).isNotEqualTo(interleaved);
    }
}
