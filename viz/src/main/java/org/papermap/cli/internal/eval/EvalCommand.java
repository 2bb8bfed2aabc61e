package org.papermap.cli.internal.eval;

import org.papermap.cli.internal.terminal.Subcommand;
import picocli.CommandLine.Command;

/// `papermap eval`: how good lookup, models, topics, names and a page's search are.
@Command(
    name = "eval",
    header =
        "Measures lookup, a model, topics, names or a page's search against what people have"
            + " judged.",
    subcommands = {
      EvalRetrievalCommand.class,
      EvalStsCommand.class,
      EvalTopicsCommand.class,
      EvalNamesCommand.class,
      EvalSearchCommand.class
    },
    footer = {
      "  papermap eval retrieval corpus.jsonl queries.jsonl qrels/test.tsv",
      "  papermap eval sts sts-dev.tsv --model bge-small-en-v1.5",
      "  papermap eval topics papers.jsonl --label category",
      "  papermap eval names map.html",
      "  papermap eval search map.html questions.tsv"
    })
public final class EvalCommand extends Subcommand {
  @Override
  public Integer call() {
    throw wrong("Say what to measure: retrieval, sts, topics, names or search.");
  }
}
