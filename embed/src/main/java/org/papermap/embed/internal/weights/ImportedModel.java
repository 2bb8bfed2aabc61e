package org.papermap.embed.internal.weights;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.papermap.model.LocalFile;
import org.papermap.model.TorchScriptFolder;

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

  /// A copy of a TorchScript archive of the user's.
  ///
  /// @param copy the folder that the archive alone was copied to
  static ImportedModel torchScript(Path copy, LocalFile archive) throws IOException {
    archive.requireUnchanged();
    Path folder = Objects.requireNonNull(archive.path().toAbsolutePath().getParent());
    return new ImportedModel(
        copy,
        ARCHIVE_NAME,
        TorchScriptFolder.read(folder).takesTokenTypes()
            ? EncoderInputs.IDS_MASK_TYPES
            : EncoderInputs.IDS_MASK,
        LinearKernel.PORTABLE);
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
