package org.papermap.cli.internal.options;

import org.papermap.viz.MapWriter.Abstracts;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// `auto`, `all` or `none`, from the command line.
public final class AbstractsConverter implements ITypeConverter<Abstracts> {
  @Override
  public Abstracts convert(String value) {
    return switch (value) {
      case "auto" -> Abstracts.UP_TO_20000;
      case "all" -> Abstracts.ALL;
      case "none" -> Abstracts.NONE;
      default ->
          throw new TypeConversionException(
              "'%s': not known. Choose auto, all or none.".formatted(value));
    };
  }
}
