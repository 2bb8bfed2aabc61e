package org.papermap.cli.internal.options;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.papermap.cluster.TopicCount;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// The value of `--topics`: a number, or a table of topics.
///
/// @param count of topics
/// @param table a map's `topics.csv` as a reader has edited it, or null
public record WantedTopics(TopicCount count, @Nullable Path table) {
  /// The clustering method chooses the number.
  public static WantedTopics auto() {
    return new WantedTopics(TopicCount.auto(), null);
  }

  /// `auto`, a number, or a file whose name ends in `.csv`.
  public static final class Converter implements ITypeConverter<WantedTopics> {
    @Override
    public WantedTopics convert(String value) {
      if (value.endsWith(".csv")) {
        return new WantedTopics(TopicCount.auto(), Path.of(value));
      }
      try {
        return new WantedTopics(TopicCount.parse(value), null);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }
}
