package org.papermap.cli.internal.options;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// A share of the whole, as `10%` or `0.1`.
public final class ShareConverter implements ITypeConverter<Double> {
  @Override
  public Double convert(String value) {
    boolean percent = value.endsWith("%");
    double share;
    try {
      String number = percent ? value.substring(0, value.length() - 1) : value;
      share = Double.parseDouble(number) / (percent ? 100 : 1);
    } catch (NumberFormatException e) {
      share = Double.NaN;
    }
    if (!(share >= 0 && share <= 1)) {
      throw new TypeConversionException("--max-noise: " + value + ". Give 0% to 100%, or 0 to 1.");
    }
    return share;
  }
}
