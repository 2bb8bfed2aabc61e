package org.papermap.corpus;

/// The result of reading files: the papers, and a report of everything that was left out.
public record CorpusReading(Corpus corpus, ReadReport report) {}
