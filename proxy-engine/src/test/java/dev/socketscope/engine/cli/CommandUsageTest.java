package dev.socketscope.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class CommandUsageTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        CommandLine line = HeadlessMain.commandLine();
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        return line.execute(arguments);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "engine --traget http://h:1|Unknown options: '--traget', 'http://h:1'; did you mean --target?|engine",
            "engine --lisen=:0|Unknown option: '--lisen=:0'; did you mean --listen?|engine",
            "engine --zzzzzzzzz|Unknown option: '--zzzzzzzzz'|engine",
            "sandbox --liste :0|Unknown options: '--liste', ':0'; did you mean --listen?|sandbox",
            "engine --target|Missing required parameter for option '--target' (URL)|engine"})
    void badFlagsGuessWhatWasMeant(String arguments, String message, String command) {
        assertThat(run(arguments.split(" "))).isEqualTo(ExitCode.BAD_USAGE);
        assertThat(err).hasToString(
                message + "\nTry 'socketscope " + command + " --help'.\n".replace("\n", System.lineSeparator()));
    }

    @Test
    void aMistypedCommandGuessesWhatWasMeant() {
        assertThat(run("sandbx")).isEqualTo(ExitCode.BAD_USAGE);
        assertThat(err.toString()).startsWith("Unmatched argument at index 0: 'sandbx'; did you mean sandbox?");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "engine|nothing says where to send traffic: give --target URL, or --config FILE with routes",
            "engine --target ftp://h|--target: got \"ftp://h\", expected http://HOST:PORT such as http://127.0.0.1:5173,"
                    + " without path, query or user; {port} and {sandbox} may stand for parts of the request's host",
            "engine --target http://h:1 --listen 9000|--listen: got \"9000\", expected ADDR:PORT such as 127.0.0.1:9000,"
                    + " localhost:0, [::1]:9000 or :9000, with an address of this machine and a port from 0 to 65535",
            "engine --target http://h:1 --control 9001|--control: got \"9001\", expected off, or ADDR:PORT such as"
                    + " 127.0.0.1:9000, localhost:0, [::1]:9000 or :9000, with an address of this machine and a port from 0 to 65535",
            "sandbox --listen nowhere|--listen: got \"nowhere\", expected ADDR:PORT such as 127.0.0.1:9000, localhost:0,"
                    + " [::1]:9000 or :9000, with an address of this machine and a port from 0 to 65535",
            "engine --target http://h:1 --transport tcp|--transport: got \"tcp\", expected one of auto, epoll, io_uring, nio",
            "engine --config nowhere.yaml|nowhere.yaml: no such file"})
    void badValuesSayWhatWasExpected(String arguments, String message) {
        assertThat(run(arguments.split(" "))).isEqualTo(ExitCode.BAD_USAGE);
        assertThat(err.toString().strip()).isEqualTo(message);
    }

    @Test
    void helpShowsFlagsExamplesAndExitCodes() {
        assertThat(run("engine", "--help")).isEqualTo(ExitCode.FINE);
        assertThat(out.toString()).contains("--target=URL", "--listen=ADDR:PORT", "--config=FILE", "--debug",
                "--control=ADDR:PORT", "--token-file=FILE", "Examples:",
                "socketscope engine --target http://127.0.0.1:5173", "Exit codes:");
    }

    @Test
    void versionIsPrinted() {
        assertThat(run("sandbox", "--version")).isEqualTo(ExitCode.FINE);
        assertThat(out.toString()).startsWith("socketscope ").contains("Java 25");
    }

    @Test
    void anInterruptedCommandFreesItsPortAndIsNoFailure() throws Exception {
        Thread command = Thread.ofPlatform().start(() -> run("sandbox", "--listen", ":0"));
        await().atMost(Duration.ofSeconds(20)).until(() -> out.toString().contains("sandbox on http://127.0.0.1:"));

        command.interrupt();

        assertThat(command.join(Duration.ofSeconds(20))).isTrue();
        assertThat(err.toString()).isEmpty();
    }
}
