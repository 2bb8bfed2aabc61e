package org.papermap.cli.internal.options;

import org.papermap.layout.LayoutMethod;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// A layout method by its name on the command line.
public final class LayoutConverter implements ITypeConverter<LayoutMethod> {
  @Override
  public LayoutMethod convert(String value) {
    return switch (value) {
      case "tsne" -> LayoutMethod.Tsne.defaults();
      case "umap" -> LayoutMethod.Umap.defaults();
      case "smile-umap" -> LayoutMethod.SmileUmap.defaults();
      case "pca" -> new LayoutMethod.Pca();
      default ->
          throw new TypeConversionException(
              "layout: " + value + ". Give tsne, umap, smile-umap or pca.");
    };
  }
}
