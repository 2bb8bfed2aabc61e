package org.papermap.cli.internal.options;

import org.papermap.cluster.TopicCount;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// `auto` or a number, as the command line has it.
public final class TopicCountConverter implements ITypeConverter<TopicCount> {
  @Override
  public TopicCount convert(String value) {
    try {
      return TopicCount.parse(value);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
