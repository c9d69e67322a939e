package dev.socketscope.engine.fault;

import static dev.socketscope.engine.fault.Sent.down;
import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.Command.Legs;
import dev.socketscope.engine.api.Command.Mode;
import dev.socketscope.engine.api.EndingFault;
import dev.socketscope.engine.api.Fault;
import dev.socketscope.engine.api.FaultMatch;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A connection ends in place of a message. */
class DisconnectInPlaceTest {
    private static final FaultMatch POISON = FaultMatch.ANY.saying("poison");

    @Test
    void theMessageIsLostAndTheConnectionEnds() {
        Armed armed = Armed
                .with(Fault.of(new EndingFault.Disconnect(Legs.CLIENT, Mode.CLOSE, 4000, "no more")).on(POISON));
        FrameFaults faults = down(armed);

        assertThat(faults.message(Text.of("fine"), 0).ending()).isNull();
        assertThat(faults.message(Text.of("poison"), 0))
                .isEqualTo(new Fate(List.of(), new Ending(Legs.CLIENT, Mode.CLOSE, 4000, "no more", "flt_1")));
        assertThat(armed.details()).containsExactly("connection ended in place of a message");
    }

    @Test
    void onlySuchMessagesAreCounted() {
        FrameFaults faults = down(Armed.with(
                Fault.of(new EndingFault.Disconnect(Legs.BOTH, Mode.RST, 1001, "")).on(POISON.every(2, 0)).times(1)));

        assertThat(Stream.of("poison", "fine", "poison", "fine", "poison", "poison")
                .map(text -> faults.message(Text.of(text), 0).ending() != null))
                .containsExactly(false, false, true, false, false, false);
    }
}
