package dev.socketscope.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(120)
class ScenarioUsageTest {
    private static final String ALL = "flaky-train, edge-idle-cut, restart-storm, half-open-peer, deploy, slow-3g, laptop-sleep";

    @Test
    void everyShippedScenarioIsListedAndCanBeRead() {
        ScenarioRun list = ScenarioRun.of("list");
        assertThat(list.exitCode()).isEqualTo(ExitCode.FINE);
        List<String> names = list.out().lines().map(line -> line.split(" +", 2)[0]).toList();
        assertThat(names).containsExactly(ALL.split(", "));
        assertThat(list.out().lines()).allMatch(line -> line.split(" +", 2)[1].length() > 20);
        for (String name : names) {
            ScenarioRun check = ScenarioRun.of("check", name);
            assertThat(check.exitCode()).as("%s", check.err()).isEqualTo(ExitCode.FINE);
            assertThat(check.out()).matches(name + ": \\d+ steps?, \\d+ expectations?\\R");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "run deplyo|deplyo: no such file, and no such scenario among " + ALL + "; did you mean deploy?",
            "check nowhere.yaml|nowhere.yaml: no such file, and no such scenario among " + ALL,
            "run deploy --wait 30|--wait: got \"30\", expected a duration such as 500ms, 30s or 2m",
            "run deploy --report /nowhere/r.json|--report: got \"/nowhere/r.json\", expected a file in a folder that exists",
            "run deploy --junit /|--junit: got \"/\", expected a file in a folder that exists",
            "run deploy --engine http://127.0.0.1:1 --target http://h:1|--target: got it beside --engine, expected one or the"
                    + " other: an engine elsewhere has an address and routes of its own",
            "run deploy --engine http://127.0.0.1:1 --record r.sockets|--record: got it beside --engine, expected one or the"
                    + " other: an engine elsewhere has an address and routes of its own",
            "run deploy --listen :0 -- /nowhere/app|COMMAND: /nowhere/app cannot be started: Cannot run program \"/nowhere/app\":"
                    + " Exec failed, error: 2 (No such file or directory) ",
            "run deploy --target ftp://h|--target: got \"ftp://h\", expected http://HOST:PORT such as http://127.0.0.1:5173,"
                    + " without path, query or user; {port} and {sandbox} may stand for parts of the request's host"})
    void badUsageSaysWhatWasExpected(String arguments, String message) {
        ScenarioRun run = ScenarioRun.of(arguments.split(" "));
        assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_USAGE);
        assertThat(run.err()).isEqualTo(message.stripTrailing());
    }

    @Test
    void aBadFileNamesLineKeyAndWhatWasExpected(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("s.yaml"), "expect:\n  - no-relod: true\n");
        for (String command : List.of("run", "check")) {
            ScenarioRun run = ScenarioRun.of(command, file.toString());
            assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_USAGE);
            assertThat(run.err()).contains(
                    file + ":2: expect[0].no-relod: got \"true\" for an unknown key, expected one of ",
                    "did you mean no-reload?");
            assertThat(run.out()).isEmpty();
        }
    }

    @Test
    void aTakenPortEndsWith3() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String address = "127.0.0.1:" + taken.getLocalPort();
            for (List<String> target : List.of(List.<String>of(), List.of("--target", "http://127.0.0.1:1"))) {
                List<String> arguments = new ArrayList<>(List.of("run", "deploy", "--listen", address));
                arguments.addAll(target);
                ScenarioRun run = ScenarioRun.of(arguments.toArray(String[]::new));
                assertThat(run.exitCode()).isEqualTo(ExitCode.CANNOT_LISTEN);
                assertThat(run.err()).isEqualTo("cannot listen on " + address + ": Address already in use");
            }
        }
    }
}
