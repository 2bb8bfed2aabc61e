package org.papermap.cli.internal.settings;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.OptionSpec;

/// The defaults of options, in the words of their help.
final class Defaults {
  private static final Pattern TOLD = Pattern.compile("\\(default: ([^()]*)\\)");

  private Defaults() {}

  static String of(OptionSpec option) {
    if (option.defaultValue() != null) {
      return option.defaultValue();
    }
    Matcher told = TOLD.matcher(String.join(" ", option.description()));
    if (told.find()) {
      return told.group(1);
    }
    return option.typeInfo().isBoolean() ? "false" : "none";
  }
}
