package dev.socketscope.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DoctorCommandTest {
    private static final String PROXY = "reverse_proxy 127.0.0.1:5173 {\n  stream_close_delay 5m\n%s}\n";
    @TempDir
    private Path folder = Path.of("");
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        CommandLine line = HeadlessMain.commandLine();
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        return line.execute(arguments);
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void aGoodFileEndsWith0AndABadOneWith1() throws IOException {
        String good = file("Good", PROXY.formatted(""));
        assertThat(run("doctor", good)).isEqualTo(ExitCode.FINE);
        assertThat(out).hasToString(good + ": nothing that breaks WebSockets (Caddy)" + System.lineSeparator());
        String bad = file("Bad", PROXY.formatted("  stream_timeout 1h\n"));
        assertThat(run("doctor", good, bad)).isEqualTo(ExitCode.FAILED);
        assertThat(out.toString()).contains(bad + ":3: reverse_proxy 127.0.0.1:5173: stream_timeout 1h",
                "    why: every WebSocket is cut 1h after", "    fix: leave it out");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void hintsAreToldAndDoNotFail() throws IOException {
        String bare = file("Caddyfile", "reverse_proxy 127.0.0.1:5173\n");
        assertThat(run("doctor", bare)).isEqualTo(ExitCode.FINE);
        assertThat(out.toString()).contains(
                bare + ":1: hint: reverse_proxy 127.0.0.1:5173: stream_close_delay is missing",
                bare + ": nothing that breaks WebSockets (Caddy)");
    }

    @Test
    void jsonHasEveryFindingApart() throws IOException {
        String bad = file("nginx.conf", "location / { proxy_pass http://a; proxy_http_version 1.0; }\n");
        assertThat(run("doctor", "--json", bad)).isEqualTo(ExitCode.FAILED);
        JsonNode json = JsonMapper.shared().readTree(out.toString());
        assertThat(json.at("/files/0/file").asString()).isEqualTo(bad);
        assertThat(json.at("/files/0/type").asString()).isEqualTo("nginx");
        assertThat(json.at("/files/0/findings")).hasSize(4);
        JsonNode first = json.at("/files/0/findings/0");
        assertThat(first.get("line").asInt()).isEqualTo(1);
        assertThat(first.get("severity").asString()).isEqualTo("problem");
        assertThat(first.propertyNames()).containsExactly("line", "severity", "where", "what", "why", "fix");
    }

    @Test
    void oneFileThatCannotBeReadEndsWith2AndTheOthersAreExamined() throws IOException {
        String bad = file("bad.conf", "server { location / { proxy_pass http://a; }\n");
        String good = file("Good", PROXY.formatted(""));
        assertThat(run("doctor", bad, folder.resolve("nowhere").toString(), good)).isEqualTo(ExitCode.BAD_USAGE);
        assertThat(err.toString().lines()).containsExactly(bad + ":1: { is never closed",
                folder.resolve("nowhere") + ": no such file");
        assertThat(out.toString()).startsWith(good + ": nothing");
    }

    @Test
    void typeAndIntervalAreTakenFromFlags() throws IOException {
        String caddy = file("x", "example.org {\n transport http\n}\n");
        assertThat(run("doctor", caddy)).isEqualTo(ExitCode.BAD_USAGE);
        assertThat(run("doctor", "--type", "caddy", caddy)).isEqualTo(ExitCode.FINE);
        String slow = file("Slow", PROXY.formatted("  transport http {\n    read_timeout 45s\n  }\n"));
        assertThat(run("doctor", slow)).isEqualTo(ExitCode.FINE);
        assertThat(run("doctor", "--ping-interval", "1m", slow)).isEqualTo(ExitCode.FAILED);
        assertThat(run("doctor", "--ping-interval", "often", slow)).isEqualTo(ExitCode.BAD_USAGE);
        assertThat(err.toString()).contains("--ping-interval: got \"often\", expected a duration");
        assertThat(run("doctor")).isEqualTo(ExitCode.BAD_USAGE);
    }
}
