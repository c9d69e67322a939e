package dev.socketscope.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The packages as users get them: built twice, installed, started on a screen, and removed without a trace. */
@Timeout(900)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PackagesIT {
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    private static final Duration BUILD_LIMIT = Duration.ofMinutes(12);
    private static final Duration SCREEN_LIMIT = Duration.ofSeconds(60);
    private static final String INSTALLED = "/usr/bin/socketscope";
    private final Path folder = Places.emptyFolder("packages");

    @BeforeAll
    void buildTwice() throws InterruptedException {
        try (Program build = new Program(HOME, "packages-build", List.of(HOME.resolve("packaging/package").toString(),
                "deb", "engine", "sbom", "--twice", "--out", folder.toString()))) {
            assertThat(build.awaitEnd(BUILD_LIMIT)).as(build.output()).isZero();
            assertThat(build.output()).contains("Built twice, the same byte by byte.");
        }
    }

    @AfterAll
    void clean() throws IOException, InterruptedException {
        if (Files.exists(Path.of(INSTALLED))) {
            Places.output("dpkg", "--purge", "socketscope");
        }
        Places.emptyFolder("packages");
    }

    @Test
    @Order(1)
    void theSumsAreThoseOfTheFiles() throws IOException, InterruptedException {
        String checked = Places.output("env", "-C", folder.toString(), "sha256sum", "--check", "--strict",
                "SHA256SUMS");

        assertThat(checked.lines()).hasSize(3).allMatch(line -> line.endsWith(": OK"));
    }

    @Test
    @Order(1)
    void theBillOfMaterialsNamesLibrariesWithVersionLicenceAndSums() throws IOException {
        JsonNode bill = JsonMapper.shared().readTree(Files.readString(file("-sbom.json")));

        assertThat(bill.path("bomFormat").asString()).isEqualTo("CycloneDX");
        assertThat(bill.path("components").valueStream()).anySatisfy(library -> {
            assertThat(library.path("name").asString()).isEqualTo("netty-handler");
            assertThat(library.path("version").asString()).matches("4\\.\\d+\\.\\d+.*");
            assertThat(library.path("licenses").toString()).contains("Apache-2.0");
            assertThat(library.path("hashes").toString()).contains("SHA-256");
        }).noneMatch(library -> library.path("name").asString().startsWith("junit"));
    }

    @Test
    @Order(1)
    void theEngineAloneRelaysWithItsOwnJava() throws IOException, InterruptedException {
        Path unpacked = Places.emptyFolder("packages-engine");
        Places.output("tar", "-xzf", file("-x86_64.tar.gz").toString(), "-C", unpacked.toString());

        try (Peer peer = new Peer("packages-engine");
                Program engine = bare("packages-engine", Map.of(),
                        unpacked.resolve("socketscope-engine/bin/socketscope").toString(), "engine", "--listen",
                        "127.0.0.1:0", "--control", "off", "--target", peer.url())) {
            engine.awaitOutput("listening on http://127\\.0\\.0\\.1:\\d+");
            Peer.check(engine.output().replaceAll("(?s).*listening on http://(\\S+).*", "$1"), "text");
        }
        Places.emptyFolder("packages-engine");
    }

    @Test
    @Order(2)
    void theDebianPackageInstallsAndBringsWhatDesktopAndShellLookFor() throws IOException, InterruptedException {
        Assumptions.assumeTrue("root".equals(System.getProperty("user.name")), "only root installs packages");
        Places.output("dpkg", "--install", file(".deb").toString());

        assertThat(Places.output(INSTALLED, "--version")).startsWith("socketscope ");
        assertThat(List.of("socketscope.aot", "engine.aot")).as("both starts are prepared")
                .allSatisfy(cache -> assertThat(Path.of("/usr/lib/socketscope/lib/app", cache)).isNotEmptyFile());
        assertThat(Places.output("env", "MANPAGER=cat", "MANWIDTH=200", "man", "socketscope-engine"))
                .contains("Runs the reverse proxy without a window", "--listen");
        Places.output("desktop-file-validate", "/usr/share/applications/socketscope.desktop",
                "/usr/share/applications/socketscope-open.desktop");
        assertThat(Places.output("bash", "-c", "source /usr/share/bash-completion/completions/socketscope; "
                + "COMP_WORDS=(socketscope eng); COMP_CWORD=1; COMP_LINE='socketscope eng'; _complete_socketscope; "
                + "echo \"${COMPREPLY[@]}\"")).contains("engine");
        assertThat(Places.output("bash", "-c",
                "systemd-analyze verify /usr/lib/systemd/system/socketscope-engine.service 2>&1"))
                .doesNotContain("socketscope-engine.service:");
    }

    @Test
    @Order(3)
    void theInstalledWindowOpensOnAScreen() throws IOException, InterruptedException {
        Assumptions.assumeTrue(Files.exists(Path.of(INSTALLED)), "not installed");
        Path recording = folder.resolve("seen.sockets");
        try (Program screen = screen()) {
            Map<String, String> onIt = Map.of("DISPLAY", display(screen), "HOME", folder.resolve("home").toString());
            try (Program window = bare("packages-window", onIt, INSTALLED, "--listen", "127.0.0.1:0", "--record",
                    recording.toString())) {
                awaitWindow(onIt, "Socketscope –");
                assertThat(windows(onIt)).contains("\"socketscope\" \"socketscope\"");
                Path picture = folder.resolve("window.png");
                await().atMost(SCREEN_LIMIT).until(() -> {
                    on(onIt, "import", "-window", "root", picture.toString());
                    return Picture.colours(picture) > 100;
                });
                window.terminate();
                window.awaitEnd(SCREEN_LIMIT);
            }
            assertThat(on(onIt, "gio", "info", "-a", "standard::content-type", recording.toString()))
                    .contains("application/vnd.socketscope.recording");
            assertThat(on(onIt, "gio", "mime", "application/vnd.socketscope.recording"))
                    .contains("Default application", "socketscope-open.desktop");
            try (Program window = bare("packages-recording", onIt, INSTALLED, "open", recording.toString())) {
                awaitWindow(onIt, "seen.sockets");
            }
        }
    }

    @Test
    @Order(4)
    void removedItLeavesOnlyItsConfiguration() throws IOException, InterruptedException {
        Assumptions.assumeTrue(Files.exists(Path.of(INSTALLED)), "not installed");
        Places.output("dpkg", "--remove", "socketscope");

        assertThat(Path.of("/usr/lib/socketscope")).doesNotExist();
        assertThat(Path.of("/etc/socketscope/engine.yaml")).exists();
        Places.output("dpkg", "--purge", "socketscope");
        assertThat(Path.of("/etc/socketscope")).doesNotExist();
    }

    private Path file(String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ending)).findFirst().orElseThrow();
        }
    }

    private Program screen() {
        return bare("packages-screen", Map.of(), Places.program("Xvfb"), "-displayfd", "1", "-screen", "0",
                "1600x1000x24", "-nolisten", "tcp").awaitOutput("(?m)^\\d+$");
    }

    private static String display(Program screen) {
        return ":" + screen.output().lines().filter(line -> line.matches("\\d+")).findFirst().orElseThrow();
    }

    private void awaitWindow(Map<String, String> onIt, String title) {
        await().atMost(SCREEN_LIMIT).untilAsserted(() -> assertThat(windows(onIt)).contains(title));
    }

    private static String windows(Map<String, String> onIt) throws IOException, InterruptedException {
        return on(onIt, "xwininfo", "-root", "-tree");
    }

    private static String on(Map<String, String> screen, String... command) throws IOException, InterruptedException {
        return Places.output("env", Stream.concat(variables(screen), Stream.of(command)).toArray(String[]::new));
    }

    private Program bare(String name, Map<String, String> more, String... command) {
        List<String> all = new ArrayList<>(List.of("env", "-u", "DISPLAY", "-u", "WAYLAND_DISPLAY"));
        variables(more).forEach(all::add);
        all.addAll(List.of(command));
        return new Program(folder, name, all);
    }

    private static Stream<String> variables(Map<String, String> values) {
        return values.entrySet().stream().map(value -> value.getKey() + "=" + value.getValue());
    }
}
