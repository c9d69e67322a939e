package dev.socketscope.engine.fault;

import static dev.socketscope.engine.fault.Sent.changed;
import static dev.socketscope.engine.fault.Sent.down;
import static dev.socketscope.engine.fault.Sent.through;
import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.Fault;
import dev.socketscope.engine.api.FaultMatch;
import dev.socketscope.engine.api.MessageFault;
import dev.socketscope.engine.api.Opcode;
import org.junit.jupiter.api.Test;

/** Messages get another content. */
class MapToTest {
    @Test
    void theWholeContentBecomesAnother() {
        Armed armed = Armed.with(new MessageFault.MapTo("größer", null));

        assertThat(through(down(armed), "small", "")).containsExactly("größer", "größer");
        assertThat(armed.details()).hasSize(2).containsOnly("message changed: map");
    }

    @Test
    void bytesReplaceABinaryMessage() {
        byte[] changed = changed(down(Armed.with(new MessageFault.MapTo(null, "AP+A"))), Opcode.BINARY, new byte[9]);

        assertThat(changed).containsExactly(0, 0xFF, 0x80);
    }

    @Test
    void aMessageThatHasTheContentAlreadyIsNoCandidate() {
        Armed armed = Armed.with(Fault.of(new MessageFault.MapTo("same", null)).on(FaultMatch.ANY.every(2, 0)));

        assertThat(through(down(armed), "1", "same", "same", "2")).containsExactly("1", "same", "same", "same");
        assertThat(armed.firings).hasSize(1);
    }
}
