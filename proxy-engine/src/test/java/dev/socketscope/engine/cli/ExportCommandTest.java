package dev.socketscope.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class ExportCommandTest {
    private static final String ARCHIVE = """
            {"log": {"entries": [{"startedDateTime": "2026-11-27T08:00:00Z", "time": 9,
              "request": {"url": "ws://localhost/chat", "headers": []}, "response": {"status": 101, "headers": []},
              "_webSocketMessages": [
                {"type": "send", "time": 1795766401, "opcode": 1, "data": "=1+1"},
                {"type": "receive", "time": 1795766402, "opcode": 1, "data": "two"}]}]}}
            """;
    @TempDir
    private Path folder = Path.of("");
    private final StringWriter err = new StringWriter();
    private String archive = "";

    @BeforeEach
    void write() throws IOException {
        archive = Files.writeString(folder.resolve("chat.har"), ARCHIVE).toString();
    }

    private int run(String... arguments) {
        CommandLine line = HeadlessMain.commandLine();
        line.setErr(new PrintWriter(err));
        return line.execute(arguments);
    }

    @ParameterizedTest
    @ValueSource(strings = {"html", "csv", "zip", "har", "jsonl", "pcapng"})
    void theNameOrTheOptionSaysTheFormat(String format) throws IOException {
        Path named = folder.resolve("named." + format);
        Path chosen = folder.resolve("chosen-" + format);

        assertThat(run("export", archive, "--out", named.toString())).isEqualTo(ExitCode.FINE);
        assertThat(run("export", archive, "--format", format, "--out", chosen.toString())).isEqualTo(ExitCode.FINE);

        assertThat(named).isNotEmptyFile();
        assertThat(chosen).isNotEmptyFile();
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void aFilterChoosesFrames() throws IOException {
        Path table = folder.resolve("up.csv");

        assertThat(run("export", archive, "--filter", "dir:up", "--out", table.toString())).isEqualTo(ExitCode.FINE);

        assertThat(Files.readString(table).lines().skip(1)).singleElement()
                .asString()
                .endsWith(",ws_har1,to-upstream,text,true,false,4,,false,,'=1+1");
    }

    @Test
    void whatCannotBeUnderstoodIsBadUsage() {
        assertThat(run("export", archive, "--filter", "colour:red", "--format", "csv")).isEqualTo(ExitCode.BAD_USAGE);
        assertThat(run("export", archive, "--out", folder.resolve("x.docx").toString())).isEqualTo(ExitCode.BAD_USAGE);
        assertThat(run("export", archive)).isEqualTo(ExitCode.BAD_USAGE);

        assertThat(err.toString()).contains("--filter: unknown term 'colour:'",
                "a name that ends with one of har, jsonl, pcapng, csv, zip, html, or --format",
                "--format: expected one of har, jsonl, pcapng, csv, zip, html where there is no --out");
        assertThat(folder.resolve("x.docx")).doesNotExist();
    }
}
