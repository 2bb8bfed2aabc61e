package org.papermap.corpus;

/// What came out of reading files: the papers, and an account of everything that was left behind.
public record CorpusReading(Corpus corpus, ReadReport report) {}
