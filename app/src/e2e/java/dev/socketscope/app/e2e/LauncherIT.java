package dev.socketscope.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@code ./socketscope} as a person starts it, without a display. */
@Timeout(400)
class LauncherIT {
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    private static final Path BUILT = Path.of("target/.built");
    private static final Duration PICTURES_LIMIT = Duration.ofSeconds(300);

    /** This build has just packaged everything; the launcher must not build once more under the running tests. */
    @BeforeAll
    static void tellTheLauncherThatItIsBuilt() throws IOException {
        Files.writeString(BUILT, "");
    }

    /** It was not the launcher's own build: the next start makes one, and with it the cache for a quick start. */
    @AfterAll
    static void tellTheLauncherToBuild() throws IOException {
        Files.deleteIfExists(BUILT);
    }

    @Test
    void picturesOfTheWindowAreLeftInTheFolder() throws InterruptedException, IOException {
        Path folder = Places.emptyFolder("pictures");
        try (Program socketscope = launch("launcher-pictures", "--listen", "127.0.0.1:0", "--screenshot",
                folder.toString())) {
            assertThat(socketscope.awaitEnd(PICTURES_LIMIT)).as(socketscope.output()).isZero();
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> pictures = files.filter(file -> file.toString().endsWith(".png")).toList();
            assertThat(pictures).isNotEmpty().allSatisfy(file -> assertThat(Picture.colours(file)).isGreaterThan(20));
        }
    }

    @Test
    void theEngineAloneServesAndSaysGoodbyeWith1001() throws InterruptedException {
        try (Peer peer = new Peer("launcher");
                Program engine = launch("launcher-engine", "engine", "--listen", "127.0.0.1:0", "--control", "off",
                        "--target",
                        peer.url())) {
            engine.awaitOutput("listening on http://127\\.0\\.0\\.1:\\d+");
            String address = engine.output().replaceAll("(?s).*listening on http://(\\S+).*", "$1");
            Peer.check(address, "text");
            try (Program client = Peer.start(address, "awaitClose")) {
                client.awaitOutput("open");

                engine.terminate();

                assertThat(client.awaitEnd(Duration.ofSeconds(5))).isZero();
                assertThat(client.output()).contains("\"code\":1001");
            }
            engine.awaitEnd(Duration.ofSeconds(5));
        }
    }

    @Test
    void aTakenPortIsAnErrorWithCode3() throws InterruptedException, IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Program engine = launch("launcher-taken", "engine", "--listen", "127.0.0.1:" + taken.getLocalPort(),
                        "--target",
                        "http://127.0.0.1:1")) {
            assertThat(engine.awaitEnd(Duration.ofSeconds(20))).isEqualTo(3);
            assertThat(engine.output()).contains(Integer.toString(taken.getLocalPort()));
        }
    }

    private static Program launch(String name, String... arguments) {
        List<String> command = new ArrayList<>(List.of("env", "-u", "DISPLAY", "-u", "WAYLAND_DISPLAY",
                HOME.resolve("socketscope").toString()));
        command.addAll(List.of(arguments));
        return new Program(HOME, name, command);
    }
}
