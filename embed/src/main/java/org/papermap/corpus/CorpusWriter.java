package org.papermap.corpus;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.papermap.files.OutputFile;

/// Writes papers for other programs: JSON Lines, CSV, RIS or BibTeX, in UTF-8.
///
/// A paper that was read from RIS or BibTeX is written back to the same format unchanged, with its
/// tags, fields, key and spellings. A library that is read and written loses only what belongs to
/// no entry: comments, and abbreviations, which are written out. JSON Lines and CSV keep those
/// tags, too. From one format to another go title, abstract, authors, date, address, identifiers,
/// journal and keywords, and what else fits.
public final class CorpusWriter {
  private CorpusWriter() {}

  /// A form of writing papers.
  public enum Form {
    JSON_LINES(".jsonl", ".ndjson"),
    CSV(".csv"),
    RIS(".ris"),
    BIBTEX(".bib");

    private final List<String> endings;

    Form(String... endings) {
      this.endings = List.of(endings);
    }

    /// The form that a file's name asks for, by its ending in any case.
    ///
    /// @throws IllegalArgumentException if the ending is none of `.jsonl`, `.csv`, `.ris` and
    ///   `.bib`
    public static Form of(Path file) {
      String name = file.toString().toLowerCase(Locale.ROOT);
      for (Form form : values()) {
        if (form.endings.stream().anyMatch(name::endsWith)) {
          return form;
        }
      }
      throw new IllegalArgumentException(
          file
              + ": papers cannot be written in this form. End the name with .jsonl, .csv, .ris or"
              + " .bib.");
    }
  }

  /// Writes the papers to a file, in the form that its name asks for. The file is there in full or
  /// not at all.
  ///
  /// @throws IllegalArgumentException if the name asks for none
  /// @throws IOException if the disk fails
  public static void write(Corpus corpus, Path target) throws IOException {
    Form form = Form.of(target);
    OutputFile.write(
        target,
        out -> {
          Writer text =
              new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
          write(corpus.papers(), form, text);
          text.flush();
        });
  }

  /// Writes the papers in this form. The writer is not closed.
  public static void write(List<Paper> papers, Form form, Writer out) throws IOException {
    try {
      switch (form) {
        case JSON_LINES -> JsonLinesPrinter.print(papers, out);
        case CSV -> CsvPrinter.print(papers, out);
        case RIS -> RisPrinter.print(papers, out);
        case BIBTEX -> BibtexPrinter.print(papers, out);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
