package org.papermap.cli.internal.eval;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

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
public final class EvalCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    throw new ParameterException(
        spec.commandLine(), "Say what to measure: retrieval, sts, topics, names or search.");
  }
}
