package dev.socketscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlatformChoicesTest {
    private static final Path HOME = Path.of("/home/ada");

    @Test
    void everyPlatformHasItsFolder() {
        assertThat(ConfigFolder.of("Linux", Map.of(), HOME)).isEqualTo(HOME.resolve(".config/socketscope"));
        assertThat(ConfigFolder.of("Linux", Map.of("XDG_CONFIG_HOME", "/cfg"), HOME))
                .isEqualTo(Path.of("/cfg/socketscope"));
        assertThat(ConfigFolder.of("Mac OS X", Map.of(), HOME))
                .isEqualTo(HOME.resolve("Library/Application Support/Socketscope"));
        assertThat(ConfigFolder.of("Windows 11", Map.of("APPDATA", "/roaming"), HOME))
                .isEqualTo(Path.of("/roaming/Socketscope"));
    }

    @Test
    void onLinuxADisplayIsNamedInTheEnvironment() {
        assertThat(Display.present("Linux", Map.of())).isFalse();
        assertThat(Display.present("Linux", Map.of("DISPLAY", ""))).isFalse();
        assertThat(Display.present("Linux", Map.of("DISPLAY", ":0"))).isTrue();
        assertThat(Display.present("Linux", Map.of("WAYLAND_DISPLAY", "wayland-0"))).isTrue();
        assertThat(Display.present("Mac OS X", Map.of())).isTrue();
    }

    @Test
    void everyPictureHasANameOfItsOwn() {
        assertThat(Shot.all()).hasSize(4 * Shot.places().size())
                .extracting(Shot::fileName)
                .doesNotHaveDuplicates()
                .contains("connections-dark-1440x900.png", "settings-light-1100x700.png");
    }
}
