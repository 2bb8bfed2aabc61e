package org.papermap.embed.internal.weights;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.papermap.model.ModelFile.LocalFile;
import org.papermap.model.ModelFolder;

/// A model on disk, ready for the engine: a TorchScript archive from token ids, `n × t` of 64-bit
/// integers without padding, to the last layer's token vectors, `n × t × d` of 32-bit floats.
///
/// @param folder of its files
/// @param name the engine's name for the archive in the folder
/// @param inputs of the archive
/// @param kernel of its linear layers; an archive from elsewhere has the engine's ordinary
///   operators
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
        ModelFolder.takesTokenTypes(folder) ? EncoderInputs.IDS_MASK_TYPES : EncoderInputs.IDS_MASK,
        LinearKernel.PORTABLE);
  }

  public Path tokenizer() {
    return folder.resolve(TOKENIZER);
  }
}
