package org.papermap.search;

/// An id that no paper of the corpus has.
public final class UnknownPaperException extends RuntimeException {
  private static final long serialVersionUID = 1;

  UnknownPaperException(String id, int papers) {
    super(
        "id \"%s\": not among the %s. Give an id as the corpus has it."
            .formatted(id, papers == 1 ? "1 paper" : "%,d papers".formatted(papers)));
  }
}
