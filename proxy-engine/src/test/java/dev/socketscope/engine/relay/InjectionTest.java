package dev.socketscope.engine.relay;

import static dev.socketscope.engine.relay.WireText.fromUpstream;
import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.Command.InjectMessage;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Opcode;
import dev.socketscope.engine.api.Reply;
import dev.socketscope.engine.api.TunnelPolicy;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Messages that no peer has sent. */
class InjectionTest {
    private final RawTunnel t = new RawTunnel(TunnelPolicy.PASSIVE);

    @AfterEach
    void stop() {
        t.close();
    }

    private Reply inject(Direction direction, Opcode opcode, byte[] payload) {
        return Engines.submit(t.engine, new InjectMessage(t.connection().id(), direction, opcode, payload));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @EnumSource(Direction.class)
    void arriveLikeAnyOther(Direction direction) throws Exception {
        assertThat(inject(direction, Opcode.TEXT, bytes("from nobody"))).isInstanceOf(Reply.Done.class);
        Raw to = direction == Direction.TO_UPSTREAM ? t.upstream : t.client;
        assertThat(WireText.read(to).text()).isEqualTo("from nobody");
    }

    @Test
    void waitForTheEndOfAMessageThatIsUnderWay() throws Exception {
        t.upstream.send(fromUpstream(Opcode.TEXT, false, "begun, "));
        assertThat(WireText.read(t.client).text()).isEqualTo("begun, ");
        inject(Direction.TO_CLIENT, Opcode.BINARY, bytes("later"));
        t.upstream.send(fromUpstream(Opcode.CONTINUATION, true, "ended"));
        assertThat(WireText.read(t.client).text()).isEqualTo("ended");
        assertThat(WireText.read(t.client).text()).isEqualTo("later");
    }

    @Test
    void whatCannotBeSentIsRefused() throws Exception {
        assertThat(inject(Direction.TO_CLIENT, Opcode.PING, new byte[0])).isInstanceOf(Reply.Refused.class);
        assertThat(inject(Direction.TO_CLIENT, Opcode.TEXT, new byte[]{(byte) 0xFF})).isInstanceOf(Reply.Refused.class);
    }
}
