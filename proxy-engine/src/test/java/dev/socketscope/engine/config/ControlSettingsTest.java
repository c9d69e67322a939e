package dev.socketscope.engine.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ControlSettingsTest {
    @Test
    void theSectionSaysWhereAndWithWhichToken() throws ConfigException {
        ControlSettings settings = ConfigFile
                .parse("x.yaml", "control: {listen: 127.0.0.1:9101, tokenFile: /run/token}")
                .control();
        assertThat(settings.listen()).contains(new InetSocketAddress("127.0.0.1", 9101));
        assertThat(settings.tokenFile()).contains(Path.of("/run/token"));
    }

    @Test
    void withoutItNothingIsSaidAndAFlagForAnotherAddressKeepsIt() throws ConfigException {
        assertThat(ConfigFile.parse("x.yaml", "listen: :0").control()).isEqualTo(ControlSettings.NONE);
        Settings settings = ConfigFile.parse("x.yaml", "control: {tokenFile: t}");
        assertThat(settings.listenOn(new InetSocketAddress("127.0.0.1", 1)).allTo("http://h").control())
                .isEqualTo(settings.control());
    }

    @Test
    void whatDoesNotFitIsNamedWithItsLine() {
        assertThatThrownBy(() -> ConfigFile.parse("x.yaml", "control:\n  listen: 9001\n  token: hunter2\n"))
                .hasMessageContaining("x.yaml:2: control.listen: got \"9001\", expected ADDR:PORT")
                .hasMessageContaining("x.yaml:3: control.token: got")
                .hasMessageContaining("expected one of listen, tokenFile");
    }
}
