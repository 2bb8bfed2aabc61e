package org.papermap.cli.internal.options;

import org.papermap.cluster.ClusteringMethod;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// A way to find topics by its name on the command line.
public final class ClusteringConverter implements ITypeConverter<ClusteringMethod.Choice> {
  @Override
  public ClusteringMethod.Choice convert(String value) {
    try {
      return ClusteringMethod.Choice.parse(value);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
