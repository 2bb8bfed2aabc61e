package org.papermap.corpus;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import org.papermap.embed.internal.formats.FieldNames;
import org.papermap.embed.internal.formats.Format;
import org.papermap.embed.internal.formats.FormatException;
import org.papermap.embed.internal.formats.PlainText;
import org.papermap.embed.internal.formats.Source;
import org.papermap.embed.internal.formats.UnrecognizedException;
import org.papermap.embed.internal.formats.registry.Formats;

/// Reads papers from files, whatever format they are in: a web page saved as text, JSON Lines, JSON
/// arrays (flat records, or those of the Hugging Face daily-papers service), CSV and TSV, each also
/// gzipped. The format is told by content. Text is UTF-8, with or without a byte order mark, or
/// UTF-16 with one; bytes that cannot be decoded become U+FFFD, and the report notes the papers
/// they are in.
///
/// Of a folder those files are read whose names end as papers' files do (`.txt`, `.json`, `.jsonl`,
/// `.ndjson`, `.csv`, `.tsv`, and these with `.gz`), in the order of their names, but no read-me,
/// no hidden file and nothing in folders inside; the report lists what was passed over. A file that
/// is named must be a corpus; one that is found in a folder is passed over when it is none.
///
/// Rows without a title or an abstract, malformed rows and papers that came before are dropped and
/// reported, never an error; a corpus may so turn out empty. Titles, abstracts and further fields
/// are cleaned: one line, single spaces, no control characters. A paper without an id gets one that
/// is derived from its title and abstract. Of papers with the same title and abstract, or the same
/// id, the first is kept. Papers get the order of the inputs and of the rows in them.
public final class CorpusReader {
  private static final Pattern NAME_OF_PAPERS =
      Pattern.compile(".+\\.(txt|json|jsonl|ndjson|csv|tsv)(\\.gz)?", Pattern.CASE_INSENSITIVE);
  private static final Pattern NAME_OF_NOTICE =
      Pattern.compile("(readme|licen[cs]e|copying|notice)\\b.*", Pattern.CASE_INSENSITIVE);

  private static final String BY_NAME =
      "not read by its name; name it on its own if it is a corpus";

  private final CorpusBuilder corpus;
  private final ReadOptions options;
  private final FieldNames names;
  private final Set<Path> met = new HashSet<>();

  private CorpusReader(PaperStore store, ReadOptions options) {
    this.options = options;
    this.names = SourceNames.of(options.names());
    this.corpus = new CorpusBuilder(store, options, names);
  }

  /// Reads files and folders, in this order.
  ///
  /// @throws IllegalArgumentException if no input is named
  /// @throws CorpusFormatException if a named file is no corpus or is damaged, or a folder holds
  ///   none
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
    ReadReport report = readAll(inputs, PaperStore.into(papers), options);
    return new CorpusReading(Corpus.of(papers), report);
  }

  /// Reads files and folders, in this order, and hands the papers on one by one without keeping
  /// them; see [#read(Path...)]. A paper that is merged with an earlier one adds nothing to it.
  ///
  /// @return the account of the reading, when all papers have been handed on
  /// @throws IOException if an input cannot be read, or the sink throws one
  public static ReadReport read(List<Path> inputs, PaperSink sink) throws IOException {
    return read(inputs, ReadOptions.defaults(), sink);
  }

  /// As [#read(List, PaperSink)], as the options say.
  public static ReadReport read(List<Path> inputs, ReadOptions options, PaperSink sink)
      throws IOException {
    return readAll(inputs, PaperStore.through(sink), options);
  }

  private static ReadReport readAll(List<Path> inputs, PaperStore store, ReadOptions options)
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
    if (!Files.exists(input)) {
      throw new NoSuchFileException(
          PlainText.printable(input.toString()), null, "no such file or folder. Check the path.");
    }
    if (Files.isDirectory(input)) {
      readFolder(input);
    } else if (metBefore(input)) {
      corpus.passOver(input.toString(), "named before");
    } else {
      readFile(input);
    }
  }

  private void readFolder(Path folder) throws IOException {
    List<Path> entries = entries(folder);
    int others = 0;
    for (Path entry : entries) {
      if (metBefore(entry)) {
        corpus.passOver(entry.toString(), "named before");
      } else {
        Optional<String> whyNot = readUnlessOther(entry);
        if (whyNot.isPresent()) {
          corpus.passOver(entry.toString(), whyNot.get());
          others++;
        }
      }
    }
    if (others == entries.size()) {
      throw new CorpusFormatException(
          folder.toString(),
          others == 0 ? "an empty folder" : "no corpus in this folder, only other things",
          "Put .txt, .json, .jsonl, .csv or .tsv files there, or name a file");
    }
  }

  /// Reads a file found in a folder.
  ///
  /// @return why it was not read, if it was not
  private Optional<String> readUnlessOther(Path entry) throws IOException {
    String name = lastName(entry);
    if (Files.isDirectory(entry)) {
      return Optional.of("a folder; name it on its own to read it");
    }
    if (!NAME_OF_PAPERS.matcher(name).matches() || NAME_OF_NOTICE.matcher(name).matches()) {
      return Optional.of(BY_NAME);
    }
    try {
      readContent(entry);
      return Optional.empty();
    } catch (UnrecognizedException e) {
      return Optional.of(e.found());
    } catch (FormatException e) {
      throw CorpusFormatException.of(entry.toString(), e);
    }
  }

  private void readFile(Path path) throws IOException {
    try {
      readContent(path);
    } catch (FormatException e) {
      throw CorpusFormatException.of(path.toString(), e);
    }
  }

  private void readContent(Path path) throws IOException {
    try (SourceFile file = SourceFile.open(path, names, options.encoding())) {
      Source source = file.source();
      Formats.Choice choice = choose(source);
      CorpusBuilder.FileRecords records = corpus.file(path.toString(), choice.format().key());
      choice.format().read(source, records);
      source.decodingNote().ifPresent(note -> records.note(note.line(), note.text()));
      records.finish(choice.words() + (file.gzipped() ? ", gzipped" : ""), file.sha256());
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (AccessDeniedException e) {
      throw new AccessDeniedException(
          PlainText.printable(path.toString()), null, "may not be read. Change its permissions.");
    } catch (ZipException | EOFException e) {
      throw new FormatException(0, "damaged gzip data", "Fetch or pack the file again");
    }
  }

  private Formats.Choice choose(Source source) throws FormatException {
    if (options.format() == null) {
      return Formats.choose(source.head());
    }
    Format format = SourceNames.checkFormat(options.format());
    String words = format.claim(source.head()).words();
    return new Formats.Choice(format, words.isEmpty() ? format.words() : words);
  }

  /// Whether this very file, by whatever path, was met before. Pipes are never the same.
  private boolean metBefore(Path file) throws IOException {
    return Files.isRegularFile(file) && !met.add(file.toRealPath());
  }

  private static List<Path> entries(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(entry -> !lastName(entry).startsWith("."))
          .sorted(Comparator.comparing(CorpusReader::lastName))
          .toList();
    }
  }

  private static String lastName(Path path) {
    Path name = path.getFileName();
    return name == null ? "" : name.toString();
  }
}
