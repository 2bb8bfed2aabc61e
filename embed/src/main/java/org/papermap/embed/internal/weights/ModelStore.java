package org.papermap.embed.internal.weights;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.papermap.embed.internal.cache.Manifest;
import org.papermap.embed.internal.files.DiskFailure;
import org.papermap.embed.internal.files.Durable;
import org.papermap.embed.internal.files.FileMutex;
import org.papermap.embed.internal.files.FileTree;
import org.papermap.files.InputException;
import org.papermap.files.Sha256;
import org.papermap.model.ModelFile.LocalFile;
import org.papermap.model.ModelFile.PublishedFile;
import org.papermap.model.ModelSpec;
import org.papermap.model.ModelSpec.ModelState;

/// Imported models: weights turned once into archives that the engine loads, in
/// `models/<name>-<hash>/` of a cache folder. Any number of threads and processes may share it.
public final class ModelStore {
  private static final int HASH_DIGITS = 12;

  /// The beginning of the names of models that were imported from a folder.
  private static final String LOCAL = "local.";

  /// What is in the folder of a model, beside the manifest.
  private static final List<String> FILES = List.of(ImportedModel.ARCHIVE, ImportedModel.TOKENIZER);

  private final Path models;
  private final LinearKernel kernel;

  private ModelStore(Path models, LinearKernel kernel) {
    this.models = models;
    this.kernel = kernel;
  }

  /// The store under a cache folder, which need not exist yet.
  public static ModelStore in(Path cacheFolder, LinearKernel kernel) {
    return new ModelStore(folderOf(cacheFolder), kernel);
  }

  /// The folder of models in a cache folder.
  public static Path folderOf(Path cacheFolder) {
    return cacheFolder.resolve("models").toAbsolutePath().normalize();
  }

  /// Whether a model of this folder name was imported from a folder.
  public static boolean isLocal(String folderName) {
    return folderName.startsWith(LOCAL);
  }

  /// The imported model; imports it first where it is missing or damaged. Every byte is checked,
  /// which takes a tenth of a second, as a flipped bit would give wrong vectors silently.
  ///
  /// @throws InputException if the weights have another hash than published, are not a BERT
  ///   encoder, or are a program that is not trusted
  public ImportedModel open(ModelSpec model) throws IOException {
    boolean program = model.weights() instanceof LocalFile local && local.isTorchScript();
    if (program) {
      ((LocalFile) model.weights()).requireTrusted();
    }
    Path folder = folder(model);
    if (!isComplete(folder)) {
      importOnce(folder, model);
    }
    return program
        ? ImportedModel.torchScript(folder, (LocalFile) model.weights())
        : new ImportedModel(folder, kernel);
  }

  /// The state by the sizes of the model's files. Never uses the network.
  public ModelState state(ModelSpec model) throws IOException {
    return state(folder(model), model, Manifest::sizesHold);
  }

  /// The state by every byte of the imported files.
  public ModelState check(ModelSpec model) throws IOException {
    return state(folder(model), model, Manifest::contentsHold);
  }

  @FunctionalInterface
  private interface Check {
    boolean holds(Manifest manifest, Path folder) throws IOException;
  }

  private static ModelState state(Path folder, ModelSpec model, Check check) throws IOException {
    if (!Files.isDirectory(folder)) {
      return WeightsJar.isHere(model.weights()) ? ModelState.AVAILABLE : ModelState.REMOTE;
    }
    Optional<Manifest> manifest = Manifest.read(folder);
    boolean holds = manifest.isPresent() && check.holds(manifest.get(), folder);
    return holds ? ModelState.READY : ModelState.DAMAGED;
  }

  private Path folder(ModelSpec model) {
    return models.resolve(folderName(model, kernel));
  }

  /// The name of a model's folder.
  public static String folderName(ModelSpec model, LinearKernel kernel) {
    String content =
        String.join(
            "\n",
            model.weights().sha256(),
            model.tokenizer().sha256(),
            kernel.label(),
            model.dtype().label(),
            Integer.toString(model.importerVersion()));
    String hash = Sha256.hex(content.getBytes(StandardCharsets.UTF_8));
    // The name comes from the user's file, and must not lead to another folder.
    String plain = model.name().replaceAll("[^A-Za-z0-9._-]", "_");
    String origin =
        switch (model.weights()) {
          case PublishedFile _ -> "";
          case LocalFile _ -> LOCAL;
        };
    return origin + plain + "-" + hash.substring(0, HASH_DIGITS);
  }

  /// Whether a folder was made by a store: its manifest says so.
  public static boolean isOurs(Path folder) throws IOException {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    List<String> names =
        Manifest.read(folder).map(Manifest::lines).orElse(List.of()).stream()
            .map(Manifest.Line::name)
            .sorted()
            .toList();
    return names.equals(FILES);
  }

  /// Removes what a store has put into a folder, and the folder, if nothing else is in it.
  public static void remove(Path folder) throws IOException {
    for (String name : FILES) {
      Files.deleteIfExists(folder.resolve(name));
    }
    Manifest.delete(folder);
    try {
      Files.deleteIfExists(folder);
    } catch (DirectoryNotEmptyException _) {
      // Somebody keeps other things in it, too.
    }
  }

  private static boolean isComplete(Path folder) throws IOException {
    Optional<Manifest> manifest = Manifest.read(folder);
    return manifest.isPresent() && manifest.get().contentsHold(folder);
  }

  private void importOnce(Path folder, ModelSpec model) throws IOException {
    try (FileMutex _ = FileMutex.lock(models.resolve(folder.getFileName() + ".lock"))) {
      // Another thread or process may have been quicker.
      if (!isComplete(folder)) {
        importInto(folder, model);
      }
    } catch (FileSystemException e) {
      // Failures of the user's own files keep their message.
      throw isOfThisStore(e) ? DiskFailure.inCache(folder, "PAPERMAP_CACHE", e) : e;
    }
  }

  /// Whether the file that a failure names is in the store's folder, or is a folder above it.
  private boolean isOfThisStore(FileSystemException e) {
    Path file = Path.of(Objects.requireNonNullElse(e.getFile(), "")).toAbsolutePath();
    return file.startsWith(models) || models.startsWith(file);
  }

  private void write(ModelSpec model, Path downloads, Path archive) throws IOException {
    BertWeights bert =
        switch (model.weights()) {
          case PublishedFile file ->
              BertWeights.of(OnnxGraph.read(ByteBuffer.wrap(WeightsJar.read(file, downloads))));
          case LocalFile file -> BertWeights.read(file);
        };
    LinearForm form = new LinearForm(kernel, model.dtype());
    TorchScriptArchive.write(
        archive,
        BertModule.of(bert, form),
        BertScript.NAMESPACE,
        BertScript.source(bert.config(), form));
  }

  private void importInto(Path folder, ModelSpec model) throws IOException {
    // All use one name, since the lock admits one: what a killed import has left is deleted.
    Path work = models.resolve("." + folder.getFileName() + ".importing");
    FileTree.delete(work);
    try {
      Files.createDirectory(work);
      Path downloads = work.resolve("downloads");
      Path finished = Files.createDirectory(work.resolve("finished"));
      Files.write(
          finished.resolve(ImportedModel.TOKENIZER), WeightsJar.read(model.tokenizer(), downloads));
      if (model.weights() instanceof LocalFile local && local.isTorchScript()) {
        // Nothing else is copied: a file beside it may name a Java class for the engine's library
        // to run.
        local.copyTo(finished.resolve(ImportedModel.ARCHIVE));
      } else {
        write(model, downloads, finished.resolve(ImportedModel.ARCHIVE));
      }
      Manifest.of(finished, FILES).write(finished);
      for (String name : FILES) {
        Durable.force(finished.resolve(name));
      }
      Durable.sync(finished);
      FileTree.delete(folder);
      Files.move(finished, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw DiskFailure.at(folder, e);
    } finally {
      FileTree.delete(work);
    }
  }
}
