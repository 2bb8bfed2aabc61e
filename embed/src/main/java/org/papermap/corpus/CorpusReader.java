package org.papermap.corpus;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipException;
import org.papermap.corpus.ReadReport.PassedOver;
import org.papermap.embed.internal.formats.FieldNames;
import org.papermap.embed.internal.formats.Format;
import org.papermap.embed.internal.formats.FormatException;
import org.papermap.embed.internal.formats.PlainText;
import org.papermap.embed.internal.formats.Source;
import org.papermap.embed.internal.formats.UnrecognizedException;
import org.papermap.embed.internal.formats.registry.Formats;

/// Reads papers from files in any known format, also gzipped, from folders, zip and tar archives,
/// and from standard input as `-`. The content tells the format. Text is UTF-8, UTF-16, or
/// Windows-1252, unless the options name another encoding. Which files of a folder are read, and
/// how texts are cleaned, is described in `embed/docs/reading.md`.
///
/// A named file must be a corpus; in a folder other files are passed over and reported. Records
/// without a title, malformed records and works that came before are dropped and reported, so a
/// corpus may turn out empty. A paper without an id gets one from its title and abstract. Papers
/// are in the order of the inputs and of the records in them.
public final class CorpusReader {
  /// The input that stands for standard input.
  public static final Path STANDARD_INPUT = Path.of("-");

  private static final String BY_NAME =
      "not read by its name; name it on its own if it is a corpus";

  private static final int DEEPEST = 32;

  private final CorpusBuilder corpus;
  private final ReadOptions options;
  private final FieldNames names;
  private final Set<Path> met = new HashSet<>();

  private CorpusReader(PaperReceiver store, ReadOptions options) {
    this.options = options;
    this.names = SourceNames.of(options.names());
    this.corpus = new CorpusBuilder(store, options, names);
  }

  /// Reads files and folders, in this order.
  ///
  /// @throws IllegalArgumentException if no input is named
  /// @throws org.papermap.files.InputException if a named file is no corpus or is damaged, or a
  ///   folder holds none
  /// @throws NoSuchFileException if an input does not exist
  /// @throws IOException if an input cannot be read
  public static CorpusReading read(Path... inputs) throws IOException {
    return read(List.of(inputs));
  }

  /// Reads files and folders, in this order; see [#read(Path...)].
  public static CorpusReading read(List<Path> inputs) throws IOException {
    return read(inputs, ReadOptions.defaults());
  }

  /// Reads files and folders, in this order, as the options say; see [#read(Path...)].
  public static CorpusReading read(List<Path> inputs, ReadOptions options) throws IOException {
    List<Paper> papers = new ArrayList<>();
    ReadReport report = readAll(inputs, PaperReceiver.into(papers), options);
    return new CorpusReading(Corpus.of(papers), report);
  }

  /// Reads files and folders, in this order, and hands the papers on one by one without keeping
  /// them; see [#read(Path...)]. A paper that is merged with an earlier one adds nothing to it.
  ///
  /// @return the account of the reading, when all papers have been handed on
  /// @throws IOException if an input cannot be read, or the sink throws one
  public static ReadReport read(List<Path> inputs, ReadOptions options, PaperSink sink)
      throws IOException {
    return readAll(inputs, PaperReceiver.through(sink), options);
  }

  private static ReadReport readAll(List<Path> inputs, PaperReceiver store, ReadOptions options)
      throws IOException {
    if (inputs.isEmpty()) {
      throw new IllegalArgumentException("inputs: none. Name a file or a folder.");
    }
    CorpusReader reader = new CorpusReader(store, options);
    for (Path input : inputs) {
      reader.readInput(input);
    }
    return reader.corpus.report();
  }

  private void readInput(Path input) throws IOException {
    if (input.equals(STANDARD_INPUT)) {
      readNamed("standard input", "", System.in);
      return;
    }
    if (!Files.exists(input)) {
      throw new NoSuchFileException(
          PlainText.printable(input.toString()), null, "no such file or folder. Check the path.");
    }
    if (Files.isDirectory(input)) {
      int read = readFolder(input, 0);
      if (read == 0) {
        throw nothingIn(input.toString(), FileFinder.entries(input).isEmpty());
      }
    } else if (metBefore(input)) {
      corpus.passOver(input.toString(), "named before");
    } else {
      try {
        readNamed(input.toString(), FileFinder.lastName(input), Files.newInputStream(input));
      } catch (AccessDeniedException e) {
        throw new AccessDeniedException(
            PlainText.printable(input.toString()),
            null,
            "may not be read. Change its permissions.");
      }
    }
  }

  private static CorpusFormatException nothingIn(String folder, boolean empty) {
    return new CorpusFormatException(
        folder,
        empty ? "an empty folder" : "no corpus in this folder, only other things",
        "Put files with papers there, such as .ris, .bib, .csv, .json or .txt, or name a file");
  }

  private CorpusFormatException nothingInArchive(String label) {
    Optional<PassedOver> last = corpus.lastPassedOver();
    return new CorpusFormatException(
        label,
        "no corpus in this archive, only other things"
            + last.map(it -> " (%s: %s)".formatted(FileFinder.lastName(it.file()), it.why()))
                .orElse(""),
        "Unpack it and name a file");
  }

  /// @return how many files of the folder are a corpus, or were one before
  private int readFolder(Path folder, int depth) throws IOException {
    int read = 0;
    for (Path entry : FileFinder.entries(folder)) {
      String whyNot = null;
      if (FileFinder.isLinkToFolder(entry)) {
        whyNot = "a link to a folder; name it on its own to read it";
      } else if (FileFinder.isFolder(entry)) {
        if (depth == DEEPEST || FileFinder.isMap(entry)) {
          whyNot = depth == DEEPEST ? "folders too deep" : "a map that was made before";
        } else {
          read += readFolder(entry, depth + 1);
        }
      } else if (metBefore(entry)) {
        whyNot = "named before";
        read++;
      } else {
        whyNot = readFound(entry).orElse(null);
        read += whyNot == null ? 1 : 0;
      }
      if (whyNot != null) {
        corpus.passOver(entry.toString(), whyNot);
      }
    }
    return read;
  }

  /// Reads a file that the user named.
  private void readNamed(String label, String name, InputStream bytes) throws IOException {
    try (SourceFile file = SourceFile.open(bytes)) {
      if (file.archive() != null) {
        if (readArchive(file, label) == 0) {
          throw nothingInArchive(label);
        }
        return;
      }
      Source source = Source.of(file.content(), name, names, options.encoding());
      Formats.Choice choice = choose(source);
      CorpusBuilder.FileRecords records = corpus.file(label, choice.format().key());
      read(choice, source, records);
      records.finish(choice.words() + file.packing(), file.sha256());
    } catch (FormatException e) {
      throw CorpusFormatException.of(label, e);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (ZipException | EOFException e) {
      throw new CorpusFormatException(label, SourceFile.damage(e), "Fetch or pack the file again");
    }
  }

  /// Reads a file found in a folder.
  ///
  /// @return why it was not read, if it was not
  private Optional<String> readFound(Path entry) throws IOException {
    String label = entry.toString();
    try (SourceFile file = SourceFile.open(Files.newInputStream(entry))) {
      if (file.archive() != null) {
        return readArchive(file, label) > 0
            ? Optional.empty()
            : Optional.of("an archive without a corpus");
      }
      return readFound(
          file.content(), label, FileFinder.lastName(entry), file.packing(), file::sha256);
    } catch (AccessDeniedException e) {
      return Optional.of("may not be read");
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (FormatException e) {
      return Optional.of(e.found());
    } catch (ZipException | EOFException e) {
      return Optional.of(SourceFile.damage(e));
    }
  }

  private int readArchive(SourceFile archive, String label) throws IOException {
    int[] read = {0};
    Objects.requireNonNull(archive.archive())
        .forEach(
            archive.content(),
            (name, bytes) -> {
              String inside = label + "/" + name;
              if (name.startsWith("__MACOSX/") || FileFinder.isHidden(FileFinder.lastName(name))) {
                return;
              }
              Optional<String> whyNot =
                  readEntry(archive, bytes, inside, FileFinder.lastName(name));
              whyNot.ifPresent(why -> corpus.passOver(inside, why));
              read[0] += whyNot.isPresent() ? 0 : 1;
            });
    return read[0];
  }

  private Optional<String> readEntry(
      SourceFile archive, InputStream bytes, String label, String name) throws IOException {
    // Not closed: the next entry comes from the same stream.
    SourceFile entry;
    try {
      entry = SourceFile.open(archive.limited(bytes));
    } catch (FormatException e) {
      return Optional.of(e.found());
    }
    if (entry.archive() != null) {
      return Optional.of("an archive in an archive; unpack it");
    }
    String packed = ", in " + Objects.requireNonNull(archive.archive()).words();
    return readFound(entry.content(), label, name, packed, entry::sha256);
  }

  /// Gives the hash of the bytes after they were read.
  private interface Hash {
    String hex() throws IOException;
  }

  private Optional<String> readFound(
      InputStream content, String label, String name, String packed, Hash hash) throws IOException {
    CorpusBuilder.FileRecords records = null;
    String words = "";
    try {
      Source source = Source.of(content, name, names, options.encoding());
      Formats.Choice choice = choose(source);
      words = choice.words();
      if (options.format() == null && choice.isUnsure() && !FileFinder.mayBePage(name)) {
        return Optional.of(BY_NAME);
      }
      records = corpus.file(label, choice.format().key());
      read(choice, source, records);
    } catch (UnrecognizedException e) {
      return Optional.of(e.found());
    } catch (FormatException e) {
      if (records == null || records.isEmpty()) {
        return Optional.of(e.found());
      }
      // What was read stays, and what was not is told.
      records.malformed(Math.max(1, e.line()), "nothing is read from here on: " + e.found());
    }
    records.finish(words + packed, hash.hex());
    return Optional.empty();
  }

  private static void read(Formats.Choice choice, Source source, CorpusBuilder.FileRecords records)
      throws IOException {
    choice.format().read(source, records);
    source.decodingNote().ifPresent(note -> records.note(note.line(), note.text()));
  }

  private Formats.Choice choose(Source source) throws FormatException {
    if (options.format() == null) {
      return Formats.choose(source.head());
    }
    Format format = SourceNames.checkFormat(options.format());
    String words = format.claim(source.head()).words();
    source.takeFormatAsNamed();
    return new Formats.Choice(format, words.isEmpty() ? format.words() : words, false);
  }

  /// Whether this very file, by whatever path, was met before. Pipes are never the same.
  private boolean metBefore(Path file) throws IOException {
    return Files.isRegularFile(file) && !met.add(file.toRealPath());
  }

  /// Takes papers one by one as they are read, in the thread that reads.
  @FunctionalInterface
  public interface PaperSink {
    void accept(Paper paper) throws IOException;
  }
}
