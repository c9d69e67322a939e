package dev.socketscope.app.docs;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Every command with what it takes, as a page. */
final class CommandLineReference {
    private static final int WIDTH = 130;

    private CommandLineReference() {}

    static String of(CommandLine root) {
        List<CommandSpec> commands = below(root.getCommandSpec()).toList();
        return "# Command line\n\n" + Generated.NOTE
                + "What `--help` tells of every command, on one page. From the sources the program is `./socketscope`. Every command also has"
                + " `-h`, `--help` and `-V`, `--version`.\n\n"
                + Cell.head("command", "does")
                + commands.stream().map(CommandLineReference::line).collect(Collectors.joining())
                + commands.stream().map(CommandLineReference::section).collect(Collectors.joining());
    }

    private static Stream<CommandSpec> below(CommandSpec command) {
        command.usageMessage().autoWidth(false).width(WIDTH);
        return Stream.concat(Stream.of(command),
                command.subcommands()
                        .values()
                        .stream()
                        .map(CommandLine::getCommandSpec)
                        .filter(each -> !each.usageMessage().hidden())
                        .flatMap(CommandLineReference::below));
    }

    private static String line(CommandSpec command) {
        String name = command.qualifiedName();
        return Cell.row("[" + Cell.code(name) + "](#" + name.toLowerCase(Locale.ROOT).replace(' ', '-') + ")",
                description(command));
    }

    private static String section(CommandSpec command) {
        Help help = new Help(command, Help.defaultColorScheme(Ansi.OFF));
        return "\n## " + command.qualifiedName() + "\n\n" + description(command) + "\n\n```\n"
                + help.synopsis(0).stripTrailing()
                + "\n```\n" + taken(command) + footer(help);
    }

    private static String description(CommandSpec command) {
        return Cell.plain(String.join(" ", command.usageMessage().description()));
    }

    private static String taken(CommandSpec command) {
        String rows = Stream.concat(
                command.positionalParameters().stream().filter(each -> !each.hidden()).map(CommandLineReference::row),
                command.options()
                        .stream()
                        .filter(each -> !each.hidden() && !isStandard(each))
                        .sorted(Comparator.comparingInt(OptionSpec::order))
                        .map(CommandLineReference::row))
                .collect(Collectors.joining());
        return rows.isEmpty() ? "" : "\n" + Cell.head("takes", "means") + rows;
    }

    private static boolean isStandard(OptionSpec option) {
        return option.usageHelp() || option.versionHelp();
    }

    private static String row(PositionalParamSpec parameter) {
        return Cell.row(Cell.code(parameter.paramLabel()), text(parameter.description()));
    }

    private static String row(OptionSpec option) {
        String value = option.arity().max() == 0 ? "" : " " + option.paramLabel();
        String names = Stream.of(option.names()).map(name -> Cell.code(name + value)).collect(Collectors.joining(", "));
        return Cell.row(names, text(option.description()) + (option.required() ? " Must be given." : ""));
    }

    private static String text(String... description) {
        return Cell.plain(String.join(" ", description));
    }

    private static String footer(Help help) {
        String footer = (help.footerHeading() + help.footer()).strip();
        return footer.isEmpty() ? "" : "\n```\n" + footer + "\n```\n";
    }
}
