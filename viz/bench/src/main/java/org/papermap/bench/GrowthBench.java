package org.papermap.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.papermap.cli.internal.terminal.Subcommand;
import org.papermap.corpus.Corpus;
import org.papermap.corpus.CorpusReader;
import org.papermap.corpus.CorpusReading;
import org.papermap.embed.Embedder;
import org.papermap.embed.GivenVectors;
import org.papermap.embed.internal.files.FileTree;
import org.papermap.layout.Layout.Movement;
import org.papermap.map.MapHistory.Change;
import org.papermap.map.MapHistory.TopicHistory;
import org.papermap.model.ModelCatalog;
import org.papermap.model.TextKind;
import org.papermap.pipeline.EarlierMap;
import org.papermap.pipeline.MapFolder;
import org.papermap.pipeline.MapPipeline;
import org.papermap.pipeline.MapResult;
import org.papermap.pipeline.MapSettings;
import org.papermap.progress.ProgressListener;
import org.papermap.vectors.EmbeddingMatrix;
import org.papermap.vectors.NpyFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `papermap bench growth`: a map that grows by its papers' dates, beside one that is made anew.
@Command(
    name = "growth",
    header = "Lets a map grow by its papers' dates, and compares it with one made anew.",
    description =
        "The first map has the papers up to the first step, each further one those of some more"
            + " days. Told of each step: papers, the farthest that an old one moved, topics that"
            + " are still there and those of them with the name they had, the seconds from papers"
            + " and vectors to the files of the map, by the clock and of the processor. Each"
            + " --check steps a map is made anew: the share of papers that it groups alike, its"
            + " topics matched one to one by overlap; trustworthiness of both; and its seconds."
            + " When a twentieth of the first map's papers are new, that is fitted again, and the"
            + " movement told.",
    footer = "  papermap bench growth papers.jsonl.gz --window 365")
final class GrowthBench extends Subcommand {
  @Parameters(paramLabel = "FILE", description = "papers with dates")
  private Path file = Path.of("");

  @Option(names = "--vectors", paramLabel = "FILE.npy", description = "their vectors, in order")
  private @Nullable Path vectors;

  @Option(names = "--steps", paramLabel = "N", defaultValue = "26", description = "how many steps")
  private int steps = 26;

  @Option(names = "--days", paramLabel = "N", defaultValue = "14", description = "days a step")
  private int days = 14;

  @Option(
      names = "--window",
      paramLabel = "DAYS",
      description = "papers leave when they are older (default: they stay)")
  private @Nullable Integer window;

  @Option(
      names = "--check",
      paramLabel = "N",
      defaultValue = "5",
      description = "compare with a map made anew each N steps (default: ${DEFAULT-VALUE})")
  private int check = 5;

  @Option(
      names = "--refit",
      description = "when the map says that it is due, fit it again at the next step")
  private boolean refit;

  private final List<Timed> stepTimes = new ArrayList<>();
  private final List<Timed> fullTimes = new ArrayList<>();
  private double stepShare;
  private int topicsBefore;
  private int topicsSurviving;
  private int topicsNamed;
  private double farthest;
  private double regroupedShare;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = out();
    CorpusReading read = CorpusReader.read(file);
    Corpus all = read.corpus();
    EmbeddingMatrix matrix = vectors == null ? embedded(all) : NpyFile.read(vectors);
    int[] dated =
        IntStream.range(0, all.size())
            .filter(row -> all.paper(row).date() != null)
            .boxed()
            .sorted(Comparator.comparing((Integer row) -> date(all, row)).thenComparing(row -> row))
            .mapToInt(Integer::intValue)
            .toArray();
    LocalDate last = date(all, dated[dated.length - 1]);
    Path folder = Files.createTempDirectory("papermap-bench-growth");
    Path map = folder.resolve("map");
    Path first = folder.resolve("first");
    GivenVectors given = given(folder, all, matrix);
    try {
      out.println(
          "step  day         papers   new  moved  topics kept named  regrouped  seconds  of"
              + " processor");
      GrownMap before = null;
      boolean due = false;
      boolean refitted = false;
      int firstPapers = 0;
      for (int step = 0; step <= steps; step++) {
        LocalDate day = last.minusDays((long) days * (steps - step));
        GrownMap papers = GrownMap.of(read, dated, day, window);
        MapSettings settings =
            MapSettings.defaults().withMeaning(false).withDay(day).withRefit(refit && due);
        Timed made = Timed.of(given, settings, step == 0 ? null : map, papers.reading(), map);
        due = !made.result().map().history().refitDue().isEmpty();
        GrownMap now = papers.with(made.result());
        out.print(line(step, day, before, now, made));
        if (step == 0) {
          firstPapers = papers.reading().corpus().size();
          MapFolder.write(made.result(), first);
        } else if (step % check == 0 || step == steps) {
          out.print(compared(now, given, settings.withRefit(false), folder.resolve("anew"), made));
        }
        out.println(due ? "  refit due" : "");
        if (!refitted && step > 0 && papers.reading().corpus().size() >= 1.05 * firstPapers) {
          refitted = true;
          MapSettings again = settings.withRefit(true);
          Path fitted = folder.resolve("fitted");
          Movement moved = Timed.of(given, again, first, papers.reading(), fitted).movement();
          out.printf(
              Locale.ROOT,
              "      the first map fitted again with %d papers: %d moved %.4f in the median, %.4f"
                  + " nine of ten%n",
              papers.reading().corpus().size(),
              moved.papers(),
              moved.median(),
              moved.ninetieth());
        }
        out.flush();
        before = now;
      }
      summary(out);
    } finally {
      FileTree.delete(folder);
    }
    return 0;
  }

  private static LocalDate date(Corpus corpus, int row) {
    return Objects.requireNonNull(corpus.paper(row).date());
  }

  private static EmbeddingMatrix embedded(Corpus corpus) throws IOException {
    try (Embedder embedder = Embedder.open(ModelCatalog.standard().defaultModel())) {
      return embedder.embed(corpus.texts(), TextKind.PASSAGE, ProgressListener.NONE).vectors();
    }
  }

  private String line(
      int step, LocalDate day, @Nullable GrownMap before, GrownMap now, Timed made) {
    List<TopicHistory> ways = now.result().map().history().topics();
    int earlier = (int) ways.stream().filter(it -> it.earlierNumber() >= 0).count();
    List<TopicHistory> surviving =
        ways.stream().filter(it -> it.earlierNumber() >= 0 && it.number() >= 0).toList();
    long named =
        surviving.stream()
            .filter(it -> !it.changes().contains(Change.RENAMED))
            .filter(it -> before == null || before.hasColour(it, now))
            .count();
    double moved = before == null ? 0 : before.farthestMove(now);
    double regrouped = before == null ? 0 : before.regrouped(now);
    if (step > 0) {
      topicsBefore += earlier;
      topicsSurviving += surviving.size();
      topicsNamed += (int) named;
      regroupedShare += regrouped;
      farthest = Math.max(farthest, moved);
      stepTimes.add(made);
    }
    return "%4d  %s  %6d  %4d  %.3f  %4d  %3d  %3d       %.3f   %6.2f  %6.2f"
        .formatted(
            step,
            day,
            now.result().map().corpus().size(),
            now.fresh(),
            moved,
            now.result().map().topics().size(),
            surviving.size(),
            named,
            regrouped,
            made.seconds(),
            made.processor());
  }

  private String compared(
      GrownMap now, GivenVectors given, MapSettings settings, Path folder, Timed step)
      throws IOException {
    Timed made = Timed.of(given, settings, null, now.reading(), folder);
    MapResult anew = made.result();
    fullTimes.add(made);
    stepShare += step.processor() / made.processor();
    return "   trust %.3f, anew %.3f (%.2f s, %.2f of processor, %d topics);"
            .formatted(
                now.result().map().layoutQuality().trustworthiness(),
                anew.map().layoutQuality().trustworthiness(),
                made.seconds(),
                made.processor(),
                anew.map().topics().size())
        + " alike: new %.3f, all since the first %.3f, all %.3f"
            .formatted(
                now.alike(anew, now.result().map().history().edition()),
                now.alike(anew, 2),
                now.alike(anew, 1));
  }

  private void summary(PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "%nold papers moved %.4f at most; of %d topics %d survived a step, %d of these (%.1f %%)"
            + " with name and colour, %.1f %% of old papers came into another topic a step; a step"
            + " took %.2f s, %.2f of the processor, in the median; beside maps anew (%.2f s, %.2f"
            + " of the processor) %.0f %% of the processor's time%n",
        farthest,
        topicsBefore,
        topicsSurviving,
        topicsNamed,
        100.0 * topicsNamed / Math.max(1, topicsSurviving),
        100 * regroupedShare / Math.max(1, stepTimes.size()),
        median(stepTimes, Timed::seconds),
        median(stepTimes, Timed::processor),
        median(fullTimes, Timed::seconds),
        median(fullTimes, Timed::processor),
        100 * stepShare / Math.max(1, fullTimes.size()));
  }

  private static double median(List<Timed> times, ToDoubleFunction<Timed> part) {
    return Quantiles.of(times.stream().mapToDouble(part).toArray()).median();
  }

  /// A map with the time that it took, from papers and vectors to all its files.
  private record Timed(MapResult result, double seconds, double processor) {
    /// @param like the folder of an earlier map, or null
    static Timed of(
        GivenVectors given,
        MapSettings settings,
        @Nullable Path like,
        CorpusReading reading,
        Path folder)
        throws IOException {
      var machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
      long began = System.nanoTime();
      long used = machine.getProcessCpuTime();
      MapPipeline job = MapPipeline.of(given, settings, ProgressListener.NONE);
      MapResult made = (like == null ? job : job.like(EarlierMap.read(like))).run(reading);
      MapFolder.write(made, folder);
      return new Timed(
          made, (System.nanoTime() - began) / 1e9, (machine.getProcessCpuTime() - used) / 1e9);
    }

    Movement movement() {
      return Objects.requireNonNull(result.match()).movement();
    }
  }

  /// Vectors by the ids of their papers.
  private static GivenVectors given(Path folder, Corpus all, EmbeddingMatrix matrix)
      throws IOException {
    Path written = folder.resolve("vectors.npy");
    NpyFile.write(written, matrix);
    Files.write(NpyFile.idsBeside(written), all.papers().stream().map(it -> it.id()).toList());
    GivenVectors given = GivenVectors.read(written);
    Files.delete(written);
    Files.delete(NpyFile.idsBeside(written));
    return given;
  }
}
