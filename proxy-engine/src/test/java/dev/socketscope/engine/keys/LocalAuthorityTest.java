package dev.socketscope.engine.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socketscope.engine.api.KeyFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalAuthorityTest {
    private static final Instant NOW = Instant.now();
    @TempDir
    private Path folder = Path.of("");

    @Test
    void theKeyIsItsOwnersAlone() throws Exception {
        Path place = folder.resolve("made/authority");
        LocalAuthority authority = LocalAuthority.open(place, NOW);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(place))).isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(place.resolve("ca-key.pem"))))
                .isEqualTo("rw-------");
        assertThat(authority.pem()).isEqualTo(Files.readString(authority.file()))
                .startsWith("-----BEGIN CERTIFICATE-----")
                .doesNotContain("PRIVATE KEY");
    }

    @Test
    void aKeyThatOthersMayReadIsTakenFromThem() throws Exception {
        LocalAuthority.open(folder, NOW);
        Path key = folder.resolve("ca-key.pem");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
        LocalAuthority.open(folder, NOW);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key))).isEqualTo("rw-------");
    }

    @Test
    void itStaysTheSameUntilItCannotVouchLongEnough() throws Exception {
        String first = LocalAuthority.open(folder, NOW).pem();
        assertThat(LocalAuthority.open(folder, NOW.plus(Duration.ofDays(3500))).pem()).isEqualTo(first);
        assertThat(LocalAuthority.open(folder, NOW.plus(Duration.ofDays(3600))).pem()).isNotEqualTo(first);
    }

    @Test
    void aDamagedOneIsMadeAnew() throws Exception {
        String first = LocalAuthority.open(folder, NOW).pem();
        Files.writeString(folder.resolve("ca-key.pem"), "nothing");
        assertThat(LocalAuthority.find(folder, NOW)).isEmpty();
        assertThat(LocalAuthority.open(folder, NOW).pem()).isNotEqualTo(first);
    }

    @Test
    void aCertificateIsForTheNamesThatWereAskedForAndNoLongerThanBrowsersTake() throws Exception {
        KeyMaterial leaf = LocalAuthority.open(folder, NOW)
                .issue(List.of("localhost", "*.dev.example", "127.0.0.1", "::1"), NOW);
        assertThat(leaf.certificate().getSubjectAlternativeNames()).extracting(name -> String.valueOf(name.get(1)))
                .containsExactly("localhost", "*.dev.example", "127.0.0.1", "0:0:0:0:0:0:0:1");
        assertThat(leaf.until()).isBetween(NOW.plus(Duration.ofDays(89)), NOW.plus(Duration.ofDays(90)));
        leaf.certificate().verify(leaf.chain().get(1).getPublicKey());
        assertThat(leaf.certificate().getBasicConstraints()).as("no authority").isEqualTo(-1);
        assertThat(leaf.chain().get(1).getBasicConstraints()).as("an authority over servers only").isZero();
    }

    @Test
    void filesThatDoNotFitAreNamedWithoutTheirContent() throws Exception {
        LocalAuthority.open(folder, NOW);
        LocalAuthority.open(folder.resolve("other"), NOW);
        Path certificate = folder.resolve("ca.pem");
        Path empty = Files.writeString(folder.resolve("empty.pem"), "secret words");
        assertThatThrownBy(
                () -> PemFiles.keyMaterial("tls", new KeyFiles(certificate, folder.resolve("other/ca-key.pem"))))
                .hasMessageStartingWith("tls.key: got ")
                .hasMessageContaining("it belongs to another certificate");
        assertThatThrownBy(() -> PemFiles.keyMaterial("tls", new KeyFiles(certificate, empty)))
                .hasMessageStartingWith("tls.key: got ")
                .hasMessageEndingWith("it has none")
                .hasMessageNotContaining("secret words");
        assertThatThrownBy(() -> PemFiles.certificates("tls.cert", folder.resolve("missing.pem")))
                .hasMessageStartingWith("tls.cert: got ")
                .hasMessageEndingWith("there is no such file");
    }
}
