package dev.socketscope.engine.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.Command.Legs;
import dev.socketscope.engine.api.Command.Mode;
import dev.socketscope.engine.api.EndingFault;
import dev.socketscope.engine.api.Fault;
import dev.socketscope.engine.api.FaultMatch;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Connections end at once. */
class DisconnectTest {
    private static final EndingFault.Disconnect CUT = new EndingFault.Disconnect(Legs.UPSTREAM, Mode.RST, 1001, "");
    private final Lived life = new Lived();

    @Test
    void disconnectActsAtOnceAndAfterEveryReturn() {
        Armed armed = Armed.with(CUT);
        Endings endings = armed.on(Armed.connection(0)).endings();

        assertThat(life.due(endings, 0)).isEqualTo(new Ending(Legs.UPSTREAM, Mode.RST, 1001, "disconnect", "flt_1"));
        assertThat(endings.untilNext(life, 0)).isEqualTo(Waits.NEVER);
        assertThat(life.due(endings, 5).fault()).isEqualTo("flt_1");
        assertThat(armed.details()).containsExactly("connection ended: disconnect", "connection ended: disconnect");
    }

    @Test
    void disconnectWaitsForItsBeginning() {
        Endings endings = Armed.with(Fault.of(CUT).during(Duration.ofSeconds(2), null)).onConnection().endings();

        assertThat(endings.due(life, Armed.seconds(1))).isNull();
        assertThat(endings.untilNext(life, Armed.seconds(1))).isEqualTo(Armed.seconds(1));
        assertThat(life.due(endings, Armed.seconds(2)).mode()).isEqualTo(Mode.RST);
    }

    @Test
    void disconnectInPlaceOfAMessageIsNotItsBusiness() {
        Endings endings = Armed.with(Fault.of(CUT).on(FaultMatch.ANY.saying("x"))).onConnection().endings();

        assertThat(endings.due(life, 0)).isNull();
        assertThat(endings.untilNext(life, 0)).isEqualTo(Waits.NEVER);
    }
}
