package dev.socketscope.engine.cli;

import dev.socketscope.engine.config.ConfigException;
import dev.socketscope.engine.config.UserFolder;
import dev.socketscope.engine.keys.LocalAuthority;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Hands out the certificate that browsers have to trust when a listener has {@code tls: self-signed}. */
@Command(name = "certificate", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false, description = "Prints the certificate of the local authority, which signs for listeners with"
        + " tls: self-signed, for browsers to trust; makes the authority when there is none.", footerHeading = "%nExamples:%n", footer = {
                "  socketscope certificate --out socketscope-ca.pem",
                "  curl --cacert socketscope-ca.pem https://localhost:9000/",
                "  NODE_EXTRA_CA_CERTS=socketscope-ca.pem node app.js"})
public final class CertificateCommand implements Callable<Integer> {
    @Option(names = "--out", paramLabel = "FILE", description = "Writes it to a file instead.")
    private @Nullable Path out;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws ConfigException {
        Path folder = UserFolder.authority();
        try {
            LocalAuthority authority = LocalAuthority.open(folder, Instant.now());
            PrintWriter console = spec.commandLine().getOut();
            if (out == null) {
                console.print(authority.pem());
            } else {
                Files.writeString(out, authority.pem());
                console.println("the local authority's certificate is in " + out);
            }
            console.flush();
        } catch (IOException e) {
            throw new ConfigException("the certificate cannot be made or written: " + e);
        }
        return ExitCode.FINE;
    }
}
