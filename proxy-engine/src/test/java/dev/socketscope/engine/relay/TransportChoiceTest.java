package dev.socketscope.engine.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socketscope.engine.api.EngineConfig;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.uring.IoUring;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever names a transport gets that one, or is told why not. */
class TransportChoiceTest {
    @ParameterizedTest
    @EnumSource(EngineConfig.Transport.class)
    void theNamedTransportIsTakenOrTheErrorNamesIt(EngineConfig.Transport wanted) {
        BooleanSupplier works = switch (wanted) {
            case EPOLL -> Epoll::isAvailable;
            case IO_URING -> IoUring::isAvailable;
            case AUTO, NIO -> () -> true;
        };
        if (!works.getAsBoolean()) {
            assertThatThrownBy(() -> Transport.of(wanted)).hasMessageContaining("--transport: " + wanted)
                    .hasMessageContaining(Transport.best().name());
        } else {
            String expected = wanted == EngineConfig.Transport.AUTO ? Transport.best().name() : wanted.toString();
            assertThat(Transport.of(wanted).name()).isEqualTo(expected);
        }
    }
}
