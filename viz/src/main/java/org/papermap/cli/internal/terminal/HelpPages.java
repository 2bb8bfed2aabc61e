package org.papermap.cli.internal.terminal;

import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.UsageMessageSpec;

/// The form of all help pages: every command has `--help` and `--version`, blank lines stand around
/// its description, and its footer has its examples.
public final class HelpPages {
  private HelpPages() {}

  /// Gives the subcommands of a command, and theirs, this form and the command's version.
  public static void arrange(CommandLine command) {
    for (CommandLine subcommand : command.getSubcommands().values()) {
      if (subcommand.getCommand() instanceof HelpCommand) {
        continue;
      }
      subcommand.getCommandSpec().mixinStandardHelpOptions(true);
      subcommand.getCommandSpec().versionProvider(command.getCommandSpec().versionProvider());
      UsageMessageSpec page = subcommand.getCommandSpec().usageMessage();
      if (page.description().length > 0) {
        page.description(around("", page.description(), ""));
      }
      if (page.footer().length > 0) {
        page.footerHeading("%nExamples:%n");
      }
      arrange(subcommand);
    }
  }

  private static String[] around(String before, String[] lines, String after) {
    return Stream.of(Stream.of(before), Stream.of(lines), Stream.of(after))
        .flatMap(it -> it)
        .toArray(String[]::new);
  }
}
