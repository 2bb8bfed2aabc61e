package org.papermap.cli.internal.options;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.papermap.corpus.ReadOptions;
import org.papermap.corpus.ReadOptions.Duplicates;
import picocli.CommandLine.Option;

/// `--format`, `--map`, `--encoding`, `--duplicates` and `--require-abstract`, wherever a command
/// reads papers.
public final class ReadOption {
  @Option(
      names = "--format",
      paramLabel = "NAME",
      description =
          "the format of all inputs, such as ris, bibtex, csv, json, jsonl or page-dump (default:"
              + " told by the content of each)")
  private @Nullable String format;

  @Option(
      names = "--map",
      paramLabel = "FIELD=COLUMN",
      split = ",",
      description =
          "what the inputs call a field, as title=Titel,abstract=Inhalt; fields are title,"
              + " abstract, authors, date, url, id, doi, arxiv, venue, keywords")
  private Map<String, String> names = new LinkedHashMap<>();

  @Option(
      names = "--encoding",
      paramLabel = "NAME",
      description =
          "the encoding of all texts, such as windows-1251 or shift_jis (default: UTF-8, UTF-16, or"
              + " Windows-1252 where it is no UTF-8)")
  private @Nullable String encoding;

  @Option(
      names = "--duplicates",
      paramLabel = "merge|mark|keep",
      defaultValue = "merge",
      description =
          "the same work again, by its DOI, arXiv id, PubMed number, text, or title with authors or"
              + " abstract: merged with the first, kept and marked, or kept (default:"
              + " ${DEFAULT-VALUE})")
  private Duplicates duplicates = Duplicates.MERGE;

  @Option(
      names = "--require-abstract",
      description =
          "leave out papers without an abstract; without this they are placed by their titles")
  private boolean abstractRequired;

  /// Whether `--format` has this value.
  public boolean isFormat(String name) {
    return name.equals(format);
  }

  public ReadOptions choose() {
    ReadOptions options =
        ReadOptions.defaults().withDuplicates(duplicates).withAbstractRequired(abstractRequired);
    // `embed` has always said `papers` for any format.
    if (format != null && !format.equals("papers")) {
      options = options.withFormat(format);
    }
    if (encoding != null) {
      options = options.withEncoding(charset(encoding));
    }
    for (Map.Entry<String, String> name : names.entrySet()) {
      options = options.withName(name.getKey(), name.getValue());
    }
    return options;
  }

  private static Charset charset(String name) {
    try {
      return Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new IllegalArgumentException(
          "encoding: %s. Give one that Java knows, such as utf-8, windows-1251, shift_jis, gb18030."
              .formatted(name),
          e);
    }
  }
}
