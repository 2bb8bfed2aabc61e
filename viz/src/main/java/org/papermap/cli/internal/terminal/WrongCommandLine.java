package org.papermap.cli.internal.terminal;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Messages about a wrong command line, in the form of all messages: where, what was found, what to
/// do.
public final class WrongCommandLine {
  /// How picocli begins the message of a converter.
  private static final Pattern INTRODUCTION =
      Pattern.compile("^Invalid value for (option|positional parameter)[^:]*: ");

  private WrongCommandLine() {}

  public static String told(ParameterException e) {
    return switch (e) {
      case MissingParameterException missing -> missing(missing.getMissing());
      case UnmatchedArgumentException unmatched -> unmatched(unmatched);
      case OverwrittenOptionException twice ->
          name(twice.getOverwritten()) + ": given twice. Give it once.";
      default -> value(e);
    };
  }

  private static String missing(List<ArgSpec> missing) {
    return missing.stream().map(WrongCommandLine::usage).collect(Collectors.joining(" and "))
        + (missing.size() == 1 ? ": missing. Give it." : ": missing. Give them.");
  }

  private static String unmatched(UnmatchedArgumentException e) {
    String first = e.getUnmatched().getFirst();
    CommandSpec command = e.getCommandLine().getCommandSpec();
    if (e.isUnknownOption()) {
      return "%s: not an option of '%s'. Leave it out.".formatted(first, command.qualifiedName());
    }
    if (!command.subcommands().isEmpty()) {
      return "%s: not a command. Give %s."
          .formatted(
              first,
              oneOf(
                  command.subcommands().entrySet().stream()
                      .filter(each -> !each.getValue().getCommandSpec().usageMessage().hidden())
                      .map(Map.Entry::getKey)
                      .toList()));
    }
    return "%s: one word too many for '%s'. Leave it out."
        .formatted(first, command.qualifiedName());
  }

  /// A value that an option does not take. Our converters write the whole message themselves.
  private static String value(ParameterException e) {
    String message = Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
    String detail = INTRODUCTION.matcher(message).replaceFirst("");
    ArgSpec argument = e.getArgSpec();
    if (argument == null || detail.equals(message) || detail.endsWith(".")) {
      return detail;
    }
    return "%s: %s. Give %s.".formatted(name(argument), e.getValue(), wanted(argument));
  }

  private static String wanted(ArgSpec argument) {
    Class<?> type = argument.type();
    if (type.isEnum()) {
      return oneOf(
          Arrays.stream(type.getEnumConstants())
              .map(it -> it.toString().toLowerCase(Locale.ROOT))
              .toList());
    }
    if (Stream.of(int.class, long.class, Integer.class, Long.class).anyMatch(type::equals)) {
      return "a whole number";
    }
    if (type.equals(boolean.class) || type.equals(Boolean.class)) {
      return "true or false";
    }
    return type.equals(double.class) || type.equals(Double.class)
        ? "a number"
        : argument.paramLabel();
  }

  private static String oneOf(Collection<String> words) {
    List<String> all = List.copyOf(words);
    return all.size() < 2
        ? String.join("", all)
        : String.join(", ", all.subList(0, all.size() - 1)) + " or " + all.getLast();
  }

  private static String usage(ArgSpec argument) {
    return argument.isOption()
        ? name(argument) + " " + argument.paramLabel()
        : argument.paramLabel();
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }
}
