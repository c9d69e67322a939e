package dev.socketscope.engine.cli;

import dev.socketscope.engine.config.ConfigException;
import dev.socketscope.engine.config.ConfigFile;
import dev.socketscope.engine.config.Durations;
import dev.socketscope.engine.doctor.Diagnosis;
import dev.socketscope.engine.doctor.Doctor;
import dev.socketscope.engine.doctor.ProxyType;
import dev.socketscope.engine.doctor.UnreadableException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads configurations of other proxies; changes nothing and asks nobody. */
@Command(name = "doctor", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false, description = "Names what breaks WebSockets in a configuration of Envoy, nginx or Caddy.", footerHeading = "%nExamples:%n", footer = {
        "  socketscope doctor /etc/nginx/nginx.conf /etc/nginx/conf.d/*.conf",
        "  socketscope doctor --ping-interval 60s --json envoy.yaml", "",
        "Exit codes: 0 nothing breaks WebSockets (there may be hints), 1 something does, 2 a file cannot be read."})
public final class DoctorCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Configurations; whose they are is seen from their content. Files that they include are not"
            + " read, so give those as well.")
    private List<Path> files = List.of();

    @Option(names = "--type", paramLabel = "TYPE", order = 1, description = "envoy, nginx or caddy, when the content does not tell.")
    private @Nullable ProxyType type;

    @Option(names = "--ping-interval", paramLabel = "TIME", order = 2, defaultValue = "30s", description = "How often something passes on an idle WebSocket, ${DEFAULT-VALUE} by default.")
    private String pingInterval = "";

    @Option(names = "--json", order = 3, description = "Prints {\"files\":[{\"file\",\"type\",\"findings\":[…]}]}.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws ConfigException {
        Duration interval = Durations.parse(pingInterval)
                .filter(d -> !d.isZero())
                .orElseThrow(
                        () -> ConfigException.of("--ping-interval", pingInterval, "a duration such as 500ms or 30s"));
        Doctor doctor = new Doctor(interval);
        Map<Path, Diagnosis> read = new LinkedHashMap<>();
        for (Path file : files) {
            examine(doctor, file).ifPresent(diagnosis -> read.put(file, diagnosis));
        }
        PrintWriter out = spec.commandLine().getOut();
        new DoctorReport(out).print(read, json);
        out.flush();
        return read.size() < files.stream().distinct().count() ? ExitCode.BAD_USAGE
                : read.values().stream().allMatch(Diagnosis::healthy) ? ExitCode.FINE : ExitCode.FAILED;
    }

    /** Empty when it cannot be read, which has been told; the other files are examined all the same. */
    private Optional<Diagnosis> examine(Doctor doctor, Path file) {
        try {
            return Optional.of(doctor.examine(file.toString(), ConfigFile.content(file), Optional.ofNullable(type)));
        } catch (ConfigException | UnreadableException e) {
            PrintWriter err = spec.commandLine().getErr();
            err.println(e.getMessage());
            err.flush();
            return Optional.empty();
        }
    }
}
