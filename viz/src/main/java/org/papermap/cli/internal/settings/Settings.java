package org.papermap.cli.internal.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.papermap.files.InputException;
import picocli.CommandLine;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/// Values for the options of one command, each with its origin. The command line overrides them,
/// and they override the defaults. Immutable.
///
/// @param inputs the papers to read where the command line names none; may be none
public record Settings(Map<String, Setting> values, List<Path> inputs)
    implements IDefaultValueProvider {
  /// The setting for the papers to read, which has no option.
  static final String INPUT = "input";

  /// A value.
  ///
  /// @param origin file and line, as messages begin
  public record Setting(String value, String origin) {}

  public static Settings none() {
    return new Settings(Map.of(), List.of());
  }

  /// @param values by the options' names without dashes
  /// @param inputs the papers to read; none where the settings do not say
  static Settings of(Map<String, Setting> values, List<Path> inputs) {
    return new Settings(new LinkedHashMap<>(values), List.copyOf(inputs));
  }

  /// These settings, and from the others those that these lack.
  public Settings over(Settings others) {
    Map<String, Setting> all = new LinkedHashMap<>(others.values);
    all.putAll(values);
    return new Settings(all, inputs.isEmpty() ? others.inputs : inputs);
  }

  public boolean isEmpty() {
    return values.isEmpty() && inputs.isEmpty();
  }

  /// The name of an option as files of settings have it.
  static String key(OptionSpec option) {
    return option.longestName().replaceFirst("^-+", "");
  }

  @Nullable Setting of(OptionSpec option) {
    return values.get(key(option));
  }

  @Override
  public @Nullable String defaultValue(ArgSpec argument) {
    Setting setting = argument instanceof OptionSpec option ? of(option) : null;
    return setting == null ? null : setting.value;
  }

  /// Reads the command line again, with these values for the options it leaves out.
  ///
  /// @param told what is wrong with a value, in words
  /// @throws InputException if an option does not take its value
  public void applyTo(CommandLine command, List<String> arguments, Told told)
      throws InputException {
    command.setDefaultValueProvider(this);
    try {
      var _ = command.parseArgs(arguments.toArray(String[]::new));
    } catch (ParameterException e) {
      Setting setting = e.getArgSpec() instanceof OptionSpec option ? of(option) : null;
      if (setting == null || !setting.value.equals(e.getValue())) {
        throw e;
      }
      throw new InputException(setting.origin + ": " + told.words(e).replaceFirst("^-+", ""), e);
    }
  }

  /// Puts what is wrong with a command line into words.
  @FunctionalInterface
  public interface Told {
    String words(ParameterException e);
  }

  /// The settings as a table: name, where the value is from, and the value.
  ///
  /// @param spec of a command line that was read
  /// @param read the papers that will be read
  public List<String> explained(CommandSpec spec, List<Path> read, String readFrom) {
    List<String[]> rows = new ArrayList<>();
    rows.add(
        new String[] {
          INPUT, String.join("; ", read.stream().map(Path::toString).toList()), readFrom
        });
    CommandLine.ParseResult parsed = spec.commandLine().getParseResult();
    for (OptionSpec option : spec.options()) {
      if (!SettingsFile.isSetting(option)) {
        continue;
      }
      Setting setting = of(option);
      if (parsed.hasMatchedOption(option)) {
        String given = String.join(",", option.originalStringValues());
        String value =
            option.typeInfo().isBoolean() ? String.valueOf((Object) option.getValue()) : given;
        rows.add(new String[] {key(option), value, "command line"});
      } else if (setting != null) {
        rows.add(new String[] {key(option), setting.value, setting.origin});
      } else {
        rows.add(new String[] {key(option), Defaults.of(option), "default"});
      }
    }
    int names = rows.stream().mapToInt(row -> row[0].length()).max().orElse(0);
    int origins = rows.stream().mapToInt(row -> row[2].length()).max().orElse(0);
    String form = "%-" + names + "s  %-" + origins + "s  %s";
    return rows.stream().map(row -> form.formatted(row[0], row[2], row[1])).toList();
  }
}
