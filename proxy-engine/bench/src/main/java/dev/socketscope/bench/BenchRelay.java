package dev.socketscope.bench;

import dev.socketscope.engine.cli.CommandLines;
import dev.socketscope.engine.cli.EngineCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What {@code packaging/bench-relay} runs. */
@Command(name = "bench-relay", mixinStandardHelpOptions = true, description = "Benchmarks of the relay.", subcommands = {
        CompareCommand.class, IdleCommand.class, ScalingCommand.class, FaultsCommand.class, RecordCommand.class,
        SustainedCommand.class, LinkCommand.class,
        LoadCommand.class,
        EchoCommand.class, WatchCommand.class, EngineCommand.class})
public final class BenchRelay {
    private BenchRelay() {}

    public static void main(String[] arguments) {
        System.exit(CommandLines.prepare(new CommandLine(new BenchRelay())).execute(arguments));
    }
}
