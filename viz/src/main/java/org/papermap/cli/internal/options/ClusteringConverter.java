package org.papermap.cli.internal.options;

import org.papermap.cluster.ClusteringChoice;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// A way to find topics by its name on the command line.
public final class ClusteringConverter implements ITypeConverter<ClusteringChoice> {
  @Override
  public ClusteringChoice convert(String value) {
    try {
      return ClusteringChoice.parse(value);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
