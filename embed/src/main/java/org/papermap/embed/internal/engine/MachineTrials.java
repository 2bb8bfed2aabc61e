package org.papermap.embed.internal.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.papermap.embed.internal.files.FileMutex;
import org.papermap.files.Sha256;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Answers of trials on this machine, each made once: lines of a key and an answer in `kernels.txt`
/// of the cache folder.
///
/// A key changes with the processor, the engine's build and the variables that mask instructions,
/// so that a cache folder may move to another machine. A trial that broke off is made again. Where
/// the folder cannot be written, each process makes its own trials. Safe to use from any thread and
/// process.
record MachineTrials(Path folder, Clock clock) {
  static final String FILE = "kernels.txt";

  private static final Logger LOG = LoggerFactory.getLogger(MachineTrials.class);
  private static final String TRYING = "trying";
  private static final int MOST_BROKEN_OFF = 3;
  private static final Duration REMEMBERED = Duration.ofDays(1);
  private static final int KEY_DIGITS = 16;

  /// The variables that keep the libraries from some instructions.
  private static final List<String> MASKS =
      List.of(
          "ONEDNN_MAX_CPU_ISA",
          "DNNL_MAX_CPU_ISA",
          "ATEN_CPU_CAPABILITY",
          "MKL_ENABLE_INSTRUCTIONS",
          "MKL_CBWR");

  /// @param cacheFolder the folder of the answers; created with the first one
  static MachineTrials in(Path cacheFolder) {
    return in(cacheFolder, Clock.systemUTC());
  }

  static MachineTrials in(Path cacheFolder, Clock clock) {
    return new MachineTrials(cacheFolder, clock);
  }

  /// A trial.
  @FunctionalInterface
  interface Trial {
    /// @return one line
    String made() throws IOException;
  }

  /// The stored answer, or that of the trial, which is then stored.
  ///
  /// @param subject what is tried; part of the key
  /// @throws IOException if the trial fails; then nothing is stored
  String once(String subject, Trial trial) throws IOException {
    String start = start(subject);
    Optional<String> known = answer(marks(start));
    if (known.isPresent()) {
      return known.get();
    }
    String answer = trial.made();
    try (FileMutex _ = lock()) {
      append(start + answer);
    } catch (IOException e) {
      LOG.debug("{}: not written, so that each process tries anew", folder.resolve(FILE), e);
    }
    return answer;
  }

  /// The same for a trial that may end the process: a mark is stored while it runs. After three
  /// trials that broke off within a day there is no answer.
  Optional<String> onceUnlessFatal(String subject, Trial trial) throws IOException {
    String start = start(subject);
    Optional<String> known = answer(marks(start));
    if (known.isPresent()) {
      return known;
    }
    // Before the mark: unpacking takes seconds, and a kill in that time says nothing about a
    // kernel.
    EngineLibraries.load();
    FileMutex mutex;
    try {
      mutex = lock();
    } catch (IOException e) {
      LOG.debug("{}: not written, so that each process tries anew", folder.resolve(FILE), e);
      return Optional.of(trial.made());
    }
    try (mutex) {
      return marked(start, trial);
    }
  }

  private Optional<String> marked(String start, Trial trial) throws IOException {
    List<String> marks = marks(start);
    // Another process may have been quicker.
    Optional<String> known = answer(marks);
    if (known.isPresent()) {
      return known;
    }
    if (marks.stream().filter(this::isRecent).count() >= MOST_BROKEN_OFF) {
      return Optional.empty();
    }
    append(start + TRYING + " " + clock.instant().getEpochSecond());
    try {
      String answer = trial.made();
      append(start + answer);
      return Optional.of(answer);
    } catch (IOException | RuntimeException e) {
      // It failed without ending the process, and may succeed the next time.
      keep(line -> !line.startsWith(start + TRYING));
      throw e;
    }
  }

  private FileMutex lock() throws IOException {
    return FileMutex.lock(folder.resolve(FILE + ".lock"));
  }

  private static String start(String subject) throws IOException {
    String key = Sha256.hex((machine() + "\n" + subject).getBytes(StandardCharsets.UTF_8));
    return key.substring(0, KEY_DIGITS) + " ";
  }

  private static Optional<String> answer(List<String> marks) {
    return marks.isEmpty() || marks.getLast().startsWith(TRYING)
        ? Optional.empty()
        : Optional.of(marks.getLast());
  }

  private boolean isRecent(String mark) {
    try {
      long since = Long.parseLong(mark.substring(TRYING.length()).strip());
      return Duration.between(Instant.ofEpochSecond(since), clock.instant()).compareTo(REMEMBERED)
          < 0;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  /// The file's entries for a key.
  private List<String> marks(String start) {
    return lines().stream()
        .filter(line -> line.startsWith(start))
        .map(line -> line.substring(start.length()))
        .toList();
  }

  /// The lines; those that are not text match no key.
  private List<String> lines() {
    try {
      byte[] bytes = Files.readAllBytes(folder.resolve(FILE));
      return new String(bytes, StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private void append(String line) throws IOException {
    Files.writeString(
        folder.resolve(FILE),
        line.replaceAll("\\R", " ") + "\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  private void keep(Predicate<String> stays) throws IOException {
    Files.write(folder.resolve(FILE), lines().stream().filter(stays).toList());
  }

  private static String machine() throws IOException {
    List<String> parts = new ArrayList<>();
    parts.add(System.getProperty("os.name"));
    parts.add(System.getProperty("os.arch"));
    parts.add(Processor.ofThisMachine().description());
    parts.add(EngineSettings.build());
    for (String mask : MASKS) {
      parts.add(mask + "=" + System.getenv(mask));
    }
    return String.join("\n", parts);
  }
}
