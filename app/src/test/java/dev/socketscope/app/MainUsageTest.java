package dev.socketscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.cli.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class MainUsageTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void helpNamesTheFlagsAndTheCommands() {
        assertThat(run("--help")).isEqualTo(ExitCode.FINE);
        assertThat(out.toString()).contains("--target", "--listen", "--config", "--debug", "--screenshot", "engine",
                "sandbox");
    }

    @Test
    void anUnknownFlagIsBadUsage() {
        assertThat(run("--scrensht", "x")).isEqualTo(ExitCode.BAD_USAGE);
        assertThat(err.toString()).contains("--scrensht", "--screenshot");
    }

    @Test
    void aTargetThatIsNoUrlIsBadUsageBeforeAnythingOpens() {
        assertThat(run("--target", "ftp://x")).isEqualTo(ExitCode.BAD_USAGE);
        assertThat(err.toString()).contains("ftp://x");
    }

    @Test
    void aTakenAddressEndsWithItsOwnCode() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String address = "127.0.0.1:" + taken.getLocalPort();

            assertThat(run("--target", "http://127.0.0.1:1", "--listen", address)).isEqualTo(ExitCode.CANNOT_LISTEN);
            assertThat(err.toString()).contains(address);
        }
    }

    private int run(String... arguments) {
        CommandLine command = Main.commandLine(arguments);
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        return command.execute(arguments);
    }
}
