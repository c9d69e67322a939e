package dev.socketscope.bench;

import dev.socketscope.bench.compare.Kind;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which relays take part. */
final class CandidateOptions {
    @Option(names = "--candidates", split = ",", paramLabel = "NAME", completionCandidates = Names.class, description = "Only these: ${COMPLETION-CANDIDATES}.")
    private List<String> named = List.of();

    @Option(names = "--all", description = "All of them, however long it takes.")
    private boolean all;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    /** All names, for the help. */
    static final class Names implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Kind.options().iterator();
        }
    }

    /** @param usual what is taken when nothing is said */
    List<Kind> chosen(List<Kind> usual) {
        if (all) {
            return List.of(Kind.values());
        }
        try {
            return named.isEmpty() ? usual : named.stream().map(Kind::named).toList();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--candidates: " + e.getMessage(), e);
        }
    }
}
