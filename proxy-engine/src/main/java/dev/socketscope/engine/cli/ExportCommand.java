package dev.socketscope.engine.cli;

import dev.socketscope.engine.api.Connection;
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
        + " scripts, pcapng for Wireshark.", footerHeading = "%nExamples:%n", footer = {
                "  socketscope export session.sockets --out session.har",
                "  socketscope export session.sockets --format jsonl | jq .frame.text", "",
                "Exit codes: 0 fine, 1 failed, 2 bad usage or no recording."})
public final class ExportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The recording.")
    private Path file = Path.of("");

    @Option(names = "--out", paramLabel = "FILE", description = "A new file, which only its owner can read; standard output without it.")
    private @Nullable Path out;

    @Option(names = "--format", paramLabel = "FORMAT", description = "har, jsonl or pcapng; by default what the name of --out says.")
    private @Nullable ExportFormat format;

    @Option(names = "--connection", paramLabel = "ID", description = "Only this connection; may be given more than once.")
    private List<String> connections = List.of();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws ConfigException, IOException {
        ExportFormat chosen = chosen();
        try (Recording recording = Recordings.open(file)) {
            requireKnown(recording);
            try (OutputStream to = new BufferedOutputStream(out == null ? System.out : create(out), 1 << 16)) {
                long lost = Export.write(chosen, recording, Set.copyOf(connections), to);
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
            throw new ConfigException("--format: expected har, jsonl or pcapng where there is no --out");
        }
        return ExportFormat.ofName(out.toString())
                .orElseThrow(() -> ConfigException.of("--out", String.valueOf(out),
                        "a name that ends with .har, .jsonl or .pcapng, or --format"));
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
