package org.papermap.embed.weights;

import java.nio.file.Path;

/// A model on disk, ready for the engine.
///
/// @param folder where its files are
/// @param name the engine's name for the archive in the folder
/// @param inputs what the archive takes
/// @param kernel how it multiplies; one that was made elsewhere has the engine's ordinary operators
public record ImportedModel(Path folder, String name, EncoderInputs inputs, LinearKernel kernel) {
  /// The engine's name for an archive that the importer wrote.
  public static final String ARCHIVE_NAME = "model";

  static final String ARCHIVE = ARCHIVE_NAME + ".pt";
  static final String TOKENIZER = "tokenizer.json";

  /// A model that the importer has written.
  ImportedModel(Path folder, LinearKernel kernel) {
    this(folder, ARCHIVE_NAME, EncoderInputs.IDS, kernel);
  }

  /// The TorchScript archive: token ids, `n × t` of 64-bit integers and no padding among them, to
  /// the last layer's token vectors, `n × t × d` of 32-bit floats.
  public Path archive() {
    return folder.resolve(name + ".pt");
  }

  public Path tokenizer() {
    return folder.resolve(TOKENIZER);
  }
}
