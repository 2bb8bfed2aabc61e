package org.papermap.cli.internal.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.papermap.cli.internal.options.WantedTopics;
import org.papermap.files.InputException;
import org.papermap.files.KeyValueFile;
import org.papermap.files.Sha256;
import org.papermap.map.MapDescription;
import org.papermap.map.Provenance;
import org.papermap.model.ModelCatalog;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// The options that are stored in a map, so that it can be made again. A file is stored by name and
/// hash, and looked for beside the map, the papers and the data: a page cannot name any other file.
/// Permission to run a program is never stored.
public final class CarriedOptions {
  private static final String PAGE = "map.html";

  private static final String OUT = "out";

  private static final String LIKE = "like";

  private static final String MODEL = "model";

  /// The most pages or folders of a folder that are looked through.
  private static final int MOST_LOOKED_AT = 100;

  private static final Pattern FILE = Pattern.compile("(?:([^/\\\\]+) )?sha256 ([0-9a-f]{64})");

  private CarriedOptions() {}

  /// The options of a command line that are to be stored.
  ///
  /// @param themes the file of themes that is used, maybe found beside the papers
  /// @param catalog the models that everybody has by their names
  public static Map<String, String> of(
      CommandSpec spec, Settings settings, @Nullable Path themes, ModelCatalog catalog)
      throws IOException {
    Map<String, String> carried = new LinkedHashMap<>();
    boolean vectors = spec.findOption("--vectors").getValue() != null;
    for (OptionSpec option : spec.options()) {
      String key = Settings.key(option);
      if (!SettingsFile.isSetting(option) || SettingsFile.isTrust(option) || key.equals(OUT)) {
        continue;
      }
      if (key.equals("themes")) {
        if (themes != null) {
          carried.put(key, file(option, themes));
        }
      } else if (spec.commandLine().getParseResult().hasMatchedOption(option)
          || settings.of(option) != null) {
        carried.put(key, value(option, settings, catalog));
      } else if (key.equals(MODEL) && !vectors) {
        // The default may be another when the map is made again.
        carried.put(key, catalog.defaultModel().name());
      }
    }
    return carried;
  }

  private static String value(OptionSpec option, Settings settings, ModelCatalog catalog)
      throws IOException {
    Object value = option.getValue();
    Path path =
        value instanceof WantedTopics topics
            ? topics.table()
            : value instanceof Path it ? it : null;
    if (path != null) {
      return file(option, path);
    }
    // Stored as a day, not as `today`.
    if (option.typeInfo().isBoolean() || value instanceof LocalDate) {
      return String.valueOf(value);
    }
    Settings.Setting setting = settings.of(option);
    String text =
        option.originalStringValues().isEmpty() && setting != null
            ? setting.value()
            : String.join(",", option.originalStringValues());
    return Settings.key(option).equals(MODEL) && !catalog.has(text)
        ? lastName(Path.of(text)) + " (a folder)"
        : text;
  }

  /// A map is stored by its hash alone: its page may also be named by its folder.
  private static String file(OptionSpec option, Path path) throws IOException {
    return Settings.key(option).equals(LIKE)
        ? "sha256 " + Sha256.hex(Files.isDirectory(path) ? path.resolve(PAGE) : path)
        : lastName(path) + " sha256 " + Sha256.hex(path);
  }

  private static String lastName(Path path) {
    return String.valueOf(path.toAbsolutePath().normalize().getFileName());
  }

  /// The settings that a map was made with.
  ///
  /// @param page as messages name it
  /// @param spec of the command line, read once: files of options given there are not looked for
  /// @param inputs the papers that the command line names; may be none
  /// @param folders where files are looked for
  /// @param catalog the models that a map may name: a page cannot lead to a folder with one
  /// @throws InputException if the map stores none, or a file or model cannot be found
  public static Settings read(
      MapDescription map,
      Path page,
      CommandSpec spec,
      List<Path> inputs,
      List<Path> folders,
      ModelCatalog catalog)
      throws IOException {
    Provenance provenance = map.provenance();
    if (provenance.stages().isEmpty()) {
      throw new InputException(
          page + ": an earlier version made it, which kept no options. Give them anew.");
    }
    Map<String, OptionSpec> options = new TreeMap<>();
    spec.options().stream()
        .filter(it -> SettingsFile.isSetting(it) && !SettingsFile.isTrust(it))
        .forEach(it -> options.put(Settings.key(it), it));
    options.remove(OUT);
    Map<String, Settings.Setting> values = new LinkedHashMap<>();
    for (Map.Entry<String, String> each : provenance.options().entrySet()) {
      OptionSpec option = options.get(each.getKey());
      if (option == null) {
        throw new InputException(
            "%s: carries an option \"%s\", which does not exist here. Give the options anew."
                .formatted(page, KeyValueFile.shown(each.getKey())));
      }
      if (!spec.commandLine().getParseResult().hasMatchedOption(option)) {
        String value =
            isFile(option, each.getValue())
                ? given(page, option, each.getValue(), folders)
                : plain(page, option, each.getValue(), catalog);
        values.put(each.getKey(), new Settings.Setting(value, page.toString()));
      }
    }
    return Settings.of(values, inputs.isEmpty() ? sources(provenance, page, folders) : inputs);
  }

  /// Whether a value is a file.
  private static boolean isFile(OptionSpec option, String value) {
    return option.type().equals(Path.class)
        || (option.type().equals(WantedTopics.class) && !value.matches("auto|\\d+"));
  }

  private static String plain(Path page, OptionSpec option, String value, ModelCatalog catalog)
      throws IOException {
    if (Settings.key(option).equals(MODEL) && !catalog.has(value)) {
      throw new InputException(
          "%s: made with the model %s, which is not in models.properties. Name its folder by --model."
              .formatted(page, KeyValueFile.shown(value)));
    }
    return value;
  }

  private static String given(Path page, OptionSpec option, String value, List<Path> folders)
      throws IOException {
    Matcher parts = FILE.matcher(value);
    Optional<Path> found = Optional.empty();
    if (parts.matches()) {
      found =
          Settings.key(option).equals(LIKE)
              ? findPage(parts.group(2), folders)
              : find(String.valueOf(parts.group(1)), parts.group(2), folders);
    }
    return found
        .orElseThrow(() ->
            new InputException(
                "%s: its file for %s (%s) is not here or has changed. Name it by %s."
                    .formatted(
                        page,
                        option.longestName(),
                        KeyValueFile.shown(value),
                        option.longestName())))
        .toString();
  }

  private static List<Path> sources(Provenance provenance, Path page, List<Path> folders)
      throws IOException {
    List<Path> sources = new ArrayList<>();
    for (Provenance.Source source : provenance.sources()) {
      sources.add(
          find(source.name(), source.sha256(), folders)
              .orElseThrow(() ->
                  new InputException(
                      "%s: made from %s, which is not here or has changed. Give its INPUT."
                          .formatted(page, KeyValueFile.shown(source.name())))));
    }
    return sources;
  }

  /// A page of a map with this hash: in one of the folders, or in a folder of one.
  private static Optional<Path> findPage(String sha256, List<Path> folders) throws IOException {
    for (Path folder : folders) {
      if (!Files.isDirectory(folder)) {
        continue;
      }
      List<Path> pages;
      try (Stream<Path> entries = Files.list(folder)) {
        pages =
            entries
                .map(it -> Files.isDirectory(it) ? it.resolve(PAGE) : it)
                .filter(it -> it.toString().endsWith(".html") && Files.isRegularFile(it))
                .sorted()
                .limit(MOST_LOOKED_AT)
                .toList();
      }
      for (Path page : pages) {
        if (Files.isReadable(page) && Sha256.hex(page).equals(sha256)) {
          return Optional.of(page);
        }
      }
    }
    return Optional.empty();
  }

  /// A file with this name and hash: in one of the folders, or in a folder of one, as an edited
  /// `topics.csv` is that lies in the folder of the map before.
  private static Optional<Path> find(String name, String sha256, List<Path> folders)
      throws IOException {
    if (name.contains("/") || name.contains("\\") || name.equals("..") || name.equals(".")) {
      return Optional.empty();
    }
    List<Path> places = new ArrayList<>(folders);
    for (Path folder : folders) {
      places.addAll(foldersIn(folder));
    }
    for (Path folder : places) {
      try {
        Path file = folder.resolve(name);
        if (Files.isRegularFile(file)
            && Files.isReadable(file)
            && Sha256.hex(file).equals(sha256)) {
          return Optional.of(file);
        }
      } catch (InvalidPathException _) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static List<Path> foldersIn(Path folder) throws IOException {
    if (!Files.isDirectory(folder) || !Files.isReadable(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(Files::isDirectory).sorted().limit(MOST_LOOKED_AT).toList();
    }
  }

  /// Where the files of a map are looked for: beside it, above it, here, and where papers are.
  public static List<Path> folders(Path page, List<Path> inputs, Path data) {
    Path folder = page.toAbsolutePath().normalize().getParent();
    Path above = folder == null ? null : folder.getParent();
    List<Path> folders = new ArrayList<>();
    Stream.of(folder, above, Path.of("").toAbsolutePath(), data)
        .filter(it -> it != null)
        .forEach(folders::add);
    for (Path input : inputs) {
      folders.add(Files.isDirectory(input) ? input : input.toAbsolutePath().resolveSibling(""));
    }
    return folders;
  }
}
