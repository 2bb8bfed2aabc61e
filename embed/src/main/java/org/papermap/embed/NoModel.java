package org.papermap.embed;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.papermap.model.ModelFile;
import org.papermap.model.ModelFile.LocalFile;
import org.papermap.model.ModelSpec;
import org.papermap.model.ModelSpec.Pooling;
import org.papermap.model.TextKind;
import org.papermap.progress.ProgressListener;

/// The embedder for vectors whose model is not known. They can be compared with each other, but not
/// with a text.
///
/// @param model with nothing to read it from
record NoModel(ModelSpec model, String identity) implements Embedder {
  private static final ModelFile NONE = new LocalFile(Path.of(""), List.of(), "0".repeat(64));
  private static final int TOKENS = ModelSpec.SPECIAL_TOKENS + 1;

  NoModel(String identity, int dimension) {
    this(
        new ModelSpec(identity, NONE, NONE, dimension, TOKENS, Pooling.MEAN, "", "", ""), identity);
  }

  @Override
  public Embeddings embed(List<String> texts, TextKind kind, ProgressListener progress)
      throws IOException {
    throw new IOException(
        identity
            + ": the model that made them is not known, so that no text can be compared with them."
            + " Ask by --id or --mode keyword, or make the map with --vectors and --model.");
  }

  @Override
  public void close() {}
}
