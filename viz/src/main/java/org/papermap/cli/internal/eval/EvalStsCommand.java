package org.papermap.cli.internal.eval;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.papermap.cli.internal.options.ModelOption;
import org.papermap.cli.internal.terminal.Count;
import org.papermap.cli.internal.terminal.ExitCode;
import org.papermap.cli.internal.terminal.Subcommand;
import org.papermap.cli.internal.terminal.TerminalProgress;
import org.papermap.embed.Embedder;
import org.papermap.evaluation.Correlation;
import org.papermap.evaluation.SentencePair;
import org.papermap.model.TextKind;
import org.papermap.vectors.EmbeddingMatrix;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `papermap eval sts`: a model on pairs of sentences.
@Command(
    name = "sts",
    header =
        "Measures how well a model's similarities agree with people's judgements of sentences.",
    footer = "  papermap eval sts sts-dev.tsv --model bge-small-en-v1.5")
final class EvalStsCommand extends Subcommand {
  @Parameters(
      index = "0",
      paramLabel = "FILE",
      description = "score, sentence and sentence, with tabs between")
  private Path file = Path.of("sts.tsv");

  @Mixin private ModelOption model = new ModelOption();

  @Override
  public Integer call() throws IOException {
    List<SentencePair> pairs = SentencePair.read(file);
    try (Embedder embedder = Embedder.open(model.choose());
        TerminalProgress progress = TerminalProgress.standard()) {
      List<String> texts =
          Stream.concat(
                  pairs.stream().map(SentencePair::first), pairs.stream().map(SentencePair::second))
              .toList();
      EmbeddingMatrix vectors = embedder.embed(texts, TextKind.PASSAGE, progress).vectors();
      double[] cosines =
          IntStream.range(0, pairs.size())
              .mapToDouble(row -> vectors.dot(row, pairs.size() + row))
              .toArray();
      double[] scores = pairs.stream().mapToDouble(SentencePair::score).toArray();
      out()
          .println(
              String.format(
                  Locale.ROOT,
                  "%s, %s: Spearman %.4f, Pearson %.4f",
                  Count.of(pairs.size(), "pair"),
                  embedder.model().name(),
                  Correlation.spearman(cosines, scores),
                  Correlation.pearson(cosines, scores)));
    }
    return ExitCode.OK;
  }
}
