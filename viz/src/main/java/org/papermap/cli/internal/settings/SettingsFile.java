package org.papermap.cli.internal.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.papermap.cli.internal.options.WantedTopics;
import org.papermap.files.InputException;
import org.papermap.files.KeyValueFile;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// A file of settings: lines `topics = 12` with the names of a command's options, and `input =
/// papers.csv; more.csv` for what is to be read. Paths in it are as seen from its own folder.
///
/// A file beside the papers is read without being asked for, and may have come with them. It must
/// not give permission to run a program or use the network.
public final class SettingsFile {
  /// The name of the file beside the papers.
  public static final String NAME = "papermap.properties";

  /// Options that concern a single run.
  private static final Set<String> OF_ONE_RUN =
      Set.of("help", "version", "settings", "again", "explain");

  private static final Set<String> TRUSTING = Set.of("trust-model", "network");

  private static final String ADVICE =
      "Write the name of an option of 'papermap map' without its dashes, as topics = 12";

  private SettingsFile() {}

  static boolean isSetting(OptionSpec option) {
    return !OF_ONE_RUN.contains(Settings.key(option));
  }

  /// Whether an option permits running a program or using the network. Such permission is asked for
  /// each time.
  static boolean isTrust(OptionSpec option) {
    return TRUSTING.contains(Settings.key(option));
  }

  /// The file beside these papers, if there is one.
  ///
  /// @throws InputException if two of them have different ones
  public static Optional<Path> beside(List<Path> inputs) throws IOException {
    Set<Path> found = new LinkedHashSet<>();
    for (Path input : inputs) {
      Path file = Files.isDirectory(input) ? input.resolve(NAME) : input.resolveSibling(NAME);
      if (Files.isRegularFile(file)
          && found.stream().noneMatch(it -> it.toAbsolutePath().equals(file.toAbsolutePath()))) {
        found.add(file);
      }
    }
    if (found.size() > 1) {
      List<String> names = found.stream().map(Path::toString).toList();
      throw new InputException(
          "%s: settings beside some of the papers, and %s beside others. Name one by --settings."
              .formatted(names.get(0), names.get(1)));
    }
    return found.stream().findFirst();
  }

  /// Reads a file.
  ///
  /// @param spec of the command whose options it may set
  /// @param named whether the user has named it
  /// @throws InputException if it is not such a file, or a line is not a setting
  public static Settings read(Path file, CommandSpec spec, boolean named) throws IOException {
    Map<String, OptionSpec> options = new TreeMap<>();
    spec.options().stream()
        .filter(SettingsFile::isSetting)
        .forEach(it -> options.put(Settings.key(it), it));
    KeyValueFile lines = KeyValueFile.read(file, ADVICE);
    Map<String, Settings.Setting> values = new LinkedHashMap<>();
    List<Path> inputs = new ArrayList<>();
    for (KeyValueFile.Entry line : lines.entries()) {
      if (line.key().equals(Settings.INPUT)) {
        for (String part : line.value().split(";")) {
          if (!part.isBlank()) {
            inputs.add(Path.of(seenFrom(file, part.strip())));
          }
        }
        continue;
      }
      OptionSpec option = options.get(line.key());
      if (option == null) {
        throw lines.wrong(line, "unknown key \"" + KeyValueFile.shown(line.key()) + "\"", ADVICE);
      }
      if (!named && isTrust(option)) {
        throw lines.wrong(
            line,
            line.key() + " in a file that nobody named",
            "Give it on the command line, or name the file by --settings");
      }
      if (line.value().isEmpty()) {
        throw lines.wrong(line, line.key() + " has no value", "Give one, or leave the line out");
      }
      values.put(
          line.key(),
          new Settings.Setting(value(file, option, line.value()), file + ":" + line.number()));
    }
    return Settings.of(values, inputs);
  }

  private static String value(Path file, OptionSpec option, String value) {
    boolean folderOfModel =
        Settings.key(option).equals("model") && value.contains("/") && !value.contains("://");
    boolean tableOfTopics = option.type().equals(WantedTopics.class) && value.endsWith(".csv");
    return option.type().equals(Path.class) || folderOfModel || tableOfTopics
        ? seenFrom(file, value)
        : value;
  }

  private static String seenFrom(Path file, String path) {
    return file.resolveSibling(path).toString();
  }
}
