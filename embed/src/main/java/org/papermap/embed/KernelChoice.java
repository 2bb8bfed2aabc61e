package org.papermap.embed;

import ai.djl.engine.Engine;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.papermap.embed.weights.Dtype;
import org.papermap.embed.weights.KernelTrial;
import org.papermap.embed.weights.LinearKernel;
import org.papermap.files.FileMutex;
import org.papermap.files.Sha256;
import org.papermap.natives.LibraryException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Which kernel this machine uses, and why.
///
/// The prepacked kernel is tried once a machine, engine and number format, on a tiny network, and
/// the verdict kept in the cache folder; where it does not do, the portable one is used. A trial
/// that ends the process leaves its mark, and after two of them the kernel is not tried again.
/// Deleting `kernels.txt` from the folder has it tried anew.
///
/// @param reason why this kernel and not the faster one; empty where there is nothing to tell
public record KernelChoice(LinearKernel kernel, String reason) {
  private static final Logger LOG = LoggerFactory.getLogger(KernelChoice.class);
  private static final String VERDICTS = "kernels.txt";
  private static final String TRYING = "trying";
  private static final int TRIALS = 2;
  private static final int KEY_DIGITS = 16;

  private static final String ENGINE_BUILD = "native/lib/pytorch.properties";
  private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

  /// The kernel for a number format: the one that the system property `papermap.kernel` names, or
  /// the one that was found to do. Loads the engine where that has yet to be found out.
  ///
  /// @param cacheFolder where the verdicts are kept
  /// @throws IllegalArgumentException if the property names no kernel
  /// @throws UncheckedIOException with a [LibraryException], where the engine cannot be loaded
  public static KernelChoice of(Path cacheFolder, Dtype dtype) {
    Optional<LinearKernel> asked = LinearKernel.asked();
    if (asked.isPresent()) {
      return new KernelChoice(asked.get(), "asked for");
    }
    String build = engineBuild();
    try {
      if (!build.contains("flavor=cpu")) {
        EngineLibraries.load();
        if (Engine.getEngine("PyTorch").getGpuCount() > 0) {
          return portable("a GPU does the work, and packed weights are for processors");
        }
      }
      return tried(cacheFolder, dtype, build);
    } catch (LibraryException e) {
      throw new UncheckedIOException(e);
    } catch (IOException e) {
      return portable("the verdict cannot be kept: " + e.getMessage());
    }
  }

  private static KernelChoice portable(String reason) {
    return new KernelChoice(LinearKernel.PORTABLE, reason.lines().findFirst().orElse(""));
  }

  private static KernelChoice tried(Path cacheFolder, Dtype dtype, String build)
      throws IOException {
    Path file = cacheFolder.resolve(VERDICTS);
    String key = key(dtype, build);
    Optional<KernelChoice> known = verdict(marks(file, key));
    if (known.isPresent()) {
      return known.get();
    }
    // Before the mark, since a process that ends here has not tried the kernel.
    EngineLibraries.load();
    try (FileMutex _ = FileMutex.lock(cacheFolder.resolve(VERDICTS + ".lock"))) {
      List<String> marks = marks(file, key);
      // Another process may have been quicker.
      known = verdict(marks);
      if (known.isPresent()) {
        return known.get();
      }
      KernelChoice choice;
      if (marks.size() < TRIALS) {
        append(file, key + " " + TRYING);
        choice = trial(cacheFolder, dtype);
      } else {
        choice = portable("the process ended twice while the faster kernel was tried");
      }
      append(file, key + " " + choice.kernel.label() + " " + choice.reason);
      if (choice.kernel == LinearKernel.PORTABLE) {
        LOG.warn("embedding with the portable kernel: {}", choice.reason);
      }
      return choice;
    }
  }

  private static List<String> marks(Path file, String key) throws IOException {
    List<String> marks = new ArrayList<>();
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file)) {
        if (line.startsWith(key + " ")) {
          marks.add(line.substring(key.length() + 1));
        }
      }
    }
    return marks;
  }

  private static Optional<KernelChoice> verdict(List<String> marks) {
    for (LinearKernel kernel : LinearKernel.values()) {
      String start = kernel.label() + " ";
      if (!marks.isEmpty() && marks.getLast().startsWith(start)) {
        return Optional.of(new KernelChoice(kernel, marks.getLast().substring(start.length())));
      }
    }
    return Optional.empty();
  }

  private static void append(Path file, String line) throws IOException {
    Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private static KernelChoice trial(Path cacheFolder, Dtype dtype) throws IOException {
    try {
      double apart = KernelCheck.difference(cacheFolder, dtype);
      return apart <= KernelTrial.tolerance(dtype)
          ? new KernelChoice(LinearKernel.PREPACKED, "")
          : portable("the faster kernel is off by " + apart + " of the largest number");
    } catch (NetworkException e) {
      return portable("this engine has no faster kernel (" + e.getMessage() + ")");
    }
  }

  /// Changes with all that a verdict depends on.
  private static String key(Dtype dtype, String build) throws IOException {
    String machine =
        String.join(
            "\n",
            System.getProperty("os.name"),
            System.getProperty("os.arch"),
            processor(),
            build,
            dtype.label(),
            Integer.toString(KernelTrial.VERSION));
    return Sha256.hex(machine.getBytes(StandardCharsets.UTF_8)).substring(0, KEY_DIGITS);
  }

  /// What the system says of its first processor, as far as that stays the same.
  private static String processor() throws IOException {
    if (!Files.isReadable(PROCESSORS)) {
      return "";
    }
    return Files.readAllLines(PROCESSORS).stream()
        .takeWhile(line -> !line.isBlank())
        .filter(line -> line.startsWith("model name") || line.startsWith("flags"))
        .reduce("", String::concat);
  }

  private static String engineBuild() {
    try (InputStream in = KernelChoice.class.getClassLoader().getResourceAsStream(ENGINE_BUILD)) {
      return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }
}
