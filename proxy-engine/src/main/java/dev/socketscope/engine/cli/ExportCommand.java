package dev.socketscope.engine.cli;

import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.FilterException;
import dev.socketscope.engine.api.FrameQuery;
import dev.socketscope.engine.config.ConfigException;
import dev.socketscope.engine.export.Export;
import dev.socketscope.engine.export.ExportFormat;
import dev.socketscope.engine.keys.OwnerFile;
import dev.socketscope.engine.recording.Recording;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Hands a recording on in the formats of other tools. */
@Command(name = "export", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false, description = "Writes a recording in a format of other tools: har for browsers' developer tools, jsonl for"
        + " scripts, pcapng for Wireshark, csv for spreadsheets, zip with every message as a file, html as a report to"
        + " hand on.", footerHeading = "%nExamples:%n", footer = {
                "  socketscope export session.sockets --out session.har",
                "  socketscope export session.sockets --format jsonl | jq .frame.text",
                "  socketscope export session.sockets --connection ws_7f3a --out what-happened.html", "",
                "Exit codes: 0 fine, 1 failed, 2 bad usage or no recording."})
public final class ExportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The recording, or an HTTP archive (HAR) of a browser.")
    private Path file = Path.of("");

    @Option(names = "--out", paramLabel = "FILE", description = "A new file, which only its owner can read; standard output without it.")
    private @Nullable Path out;

    @Option(names = "--format", paramLabel = "FORMAT", description = "${COMPLETION-CANDIDATES}; by default what the name of --out says.")
    private @Nullable ExportFormat format;

    @Option(names = "--connection", paramLabel = "ID", description = "Only this connection; may be given more than once.")
    private List<String> connections = List.of();

    @Option(names = "--filter", paramLabel = "EXPRESSION", description = "Only frames that it lets pass, in the window's filter language.")
    private String filter = "";

    @Option(names = "--secrets", description = "Tokens and cookies in addresses and headers stand there as they were sent, where the recording was made with --record-secrets; masked without it.")
    private boolean secrets;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws ConfigException, IOException {
        ExportFormat chosen = chosen();
        try (Recording recording = Recordings.open(file)) {
            requireKnown(recording);
            FrameQuery query = query(recording);
            try (OutputStream to = new BufferedOutputStream(out == null ? System.out : create(out), 1 << 16)) {
                long lost = Export.write(chosen, recording, query, secrets, to);
                if (lost > 0) {
                    spec.commandLine().getErr().println(lost + " frames of the recording could not be read");
                }
            }
        }
        return ExitCode.FINE;
    }

    private ExportFormat chosen() throws ConfigException {
        if (format != null) {
            return format;
        }
        if (out == null) {
            throw new ConfigException("--format: expected one of " + ExportFormat.names() + " where there is no --out");
        }
        return ExportFormat.ofName(out.toString())
                .orElseThrow(() -> ConfigException.of("--out", String.valueOf(out),
                        "a name that ends with one of " + ExportFormat.names() + ", or --format"));
    }

    private FrameQuery query(Recording recording) throws ConfigException {
        FrameQuery query = new FrameQuery(Set.copyOf(connections), filter);
        try {
            recording.frames(query).close();
            return query;
        } catch (FilterException e) {
            throw new ConfigException("--filter: " + e.getMessage());
        }
    }

    private void requireKnown(Recording recording) throws ConfigException {
        Set<String> known = Set.copyOf(recording.connections().stream().map(Connection::id).toList());
        for (String id : connections) {
            if (!known.contains(id)) {
                throw ConfigException.of("--connection", id, "the id of a connection in " + file);
            }
        }
    }

    private static OutputStream create(Path file) throws ConfigException {
        try {
            return OwnerFile.create(file);
        } catch (FileAlreadyExistsException e) {
            throw ConfigException.of("--out", file.toString(), "a file that does not exist yet");
        } catch (IOException e) {
            throw new ConfigException("--out: " + file + " cannot be written: " + e);
        }
    }
}
