package org.papermap.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.papermap.cli.internal.options.Home;
import org.papermap.cli.internal.options.Models;
import org.papermap.cli.internal.settings.CarriedOptions;
import org.papermap.cli.internal.settings.Settings;
import org.papermap.cli.internal.settings.SettingsFile;
import org.papermap.cli.internal.terminal.TerminalText;
import org.papermap.cli.internal.terminal.WrongCommandLine;
import org.papermap.viz.MapReader;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/// `--settings`, `--again` and `--explain`: options from a file or an earlier map.
final class SettingsOption {
  @Option(
      names = "--settings",
      paramLabel = "FILE",
      description =
          "a file of these options, in lines such as 'topics = 12'; the command line overrides it"
              + " (default: a "
              + SettingsFile.NAME
              + " beside the papers, if"
              + " there is one)")
  private @Nullable Path file;

  @Option(
      names = "--again",
      paramLabel = "MAP",
      description =
          "make a map anew: with the options that this map.html, or the folder of it, carries, and"
              + " from the same files where no INPUT is named")
  private @Nullable Path again;

  @Option(
      names = "--explain",
      description =
          "print the options as they are understood and where each is from; no map is made")
  private boolean explained;

  /// Reads the command line again. Options that it leaves out come from the file or the map.
  ///
  /// @param inputs the papers that it names; may be none
  Settings settle(CommandSpec spec, List<Path> inputs) throws IOException {
    List<String> arguments = arguments(spec);
    Settings settings =
        again == null ? Settings.none() : carried(spec, inputs, DiffCommand.page(again));
    Optional<Path> found = file == null ? found(inputs) : Optional.of(file);
    if (found.isPresent()) {
      settings = SettingsFile.read(found.get(), spec, file != null).over(settings);
    }
    if (!settings.isEmpty()) {
      settings.applyTo(spec.commandLine(), arguments, WrongCommandLine::told);
    }
    if (file == null && found.isPresent() && !explained) {
      spec.commandLine()
          .getErr()
          .println(TerminalText.of("settings: from " + found.get() + "; --explain tells them."));
    }
    return settings;
  }

  /// A map that is made again has all its settings already.
  private Optional<Path> found(List<Path> inputs) throws IOException {
    return again == null
        ? SettingsFile.beside(inputs.isEmpty() ? List.of(Home.file("data")) : inputs)
        : Optional.empty();
  }

  private static Settings carried(CommandSpec spec, List<Path> inputs, Path page)
      throws IOException {
    return CarriedOptions.read(
        MapReader.read(page),
        page,
        spec,
        inputs,
        CarriedOptions.folders(page, inputs, Home.file("data")),
        Models.catalog());
  }

  private static List<String> arguments(CommandSpec spec) {
    List<String> all = spec.commandLine().getParseResult().originalArgs();
    int own = spec.parent() == null ? -1 : all.indexOf(spec.name());
    return all.subList(own + 1, all.size());
  }

  boolean isExplained() {
    return explained;
  }

  /// Prints each option and where it comes from.
  ///
  /// @param named the papers that the command line names
  void explain(Settings settings, CommandSpec spec, List<Path> sources, List<Path> named) {
    String from = settings.inputs().isEmpty() ? "default" : "settings";
    settings
        .explained(spec, sources, named.isEmpty() ? from : "command line")
        .forEach(line -> spec.commandLine().getOut().println(TerminalText.of(line)));
  }

  /// What the map is to carry.
  Map<String, String> carried(CommandSpec spec, Settings settings, @Nullable Path themes)
      throws IOException {
    return CarriedOptions.of(spec, settings, themes, Models.catalog());
  }

  /// The files that are read.
  List<Path> files() {
    return Stream.of(file, again).filter(Objects::nonNull).map(Objects::requireNonNull).toList();
  }
}
