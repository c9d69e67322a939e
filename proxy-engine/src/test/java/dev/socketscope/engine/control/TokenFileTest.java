package dev.socketscope.engine.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenFileTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void theFirstStartMakesATokenThatOnlyItsOwnerCanReadAndTheNextOnesKeepIt() throws Exception {
        Path file = folder.resolve("a/b/token");
        ControlToken made = TokenFile.readOrMake(file);
        assertThat(made.secret()).hasSize(43);
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(Files.getPosixFilePermissions(folder.resolve("a")))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
        assertThat(TokenFile.readOrMake(file).secret()).isEqualTo(made.secret());
        assertThat(TokenFile.readOrMake(folder.resolve("other")).secret()).isNotEqualTo(made.secret());
    }

    @Test
    void aFileThatHoldsNoTokenIsNamedAndNotRepeated() throws Exception {
        Path weak = Files.writeString(folder.resolve("weak"), "hunter2\n");
        assertThatThrownBy(() -> TokenFile.readOrMake(weak)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(weak.toString())
                .hasMessageContaining("7 characters, expected 16 to 512")
                .hasMessageNotContaining("hunter2");
        Path large = Files.writeString(folder.resolve("large"), "x".repeat(5_000));
        assertThatThrownBy(() -> TokenFile.readOrMake(large)).hasMessageContaining("5000 bytes");
    }

    @Test
    void aTokenIsNeverPrinted() {
        assertThat(ControlToken.of("0123456789abcdef")).hasToString("ControlToken");
    }
}
