package org.papermap.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// File systems that only one process and its children see: they are mounted in a namespace of its
/// own, and end with it. Needs Linux and either root or user namespaces.
final class Mounts {
  private static final List<List<String>> WAYS =
      List.of(List.of("unshare", "-m"), List.of("unshare", "-r", "-m"));

  private Mounts() {}

  /// A command line that first mounts a file system in memory at a folder.
  static List<String> inMemory(Path folder, String options, List<String> command) {
    return after("mount -t tmpfs -o " + options + " tmpfs \"$0\"", folder, command);
  }

  /// A command line that first mounts what a folder holds anew, in the same place.
  static List<String> again(Path folder, String option, List<String> command) {
    return after(
        "mount --bind \"$0\" \"$0\" && mount -o remount,bind," + option + " \"$0\"",
        folder,
        command);
  }

  private static List<String> after(String mount, Path folder, List<String> command) {
    List<String> whole = new ArrayList<>(way());
    whole.addAll(List.of("sh", "-c", mount + " && exec \"$@\"", folder.toString()));
    whole.addAll(command);
    return whole;
  }

  /// Skips the test where nothing may be mounted.
  private static List<String> way() {
    List<String> found = List.of();
    for (List<String> way : WAYS) {
      if (found.isEmpty() && works(way)) {
        found = way;
      }
    }
    assumeTrue(
        !found.isEmpty(),
        "file systems cannot be mounted here: run as root, or allow user namespaces");
    return found;
  }

  private static boolean works(List<String> way) {
    List<String> trial = new ArrayList<>(way);
    trial.addAll(List.of("mount", "-t", "tmpfs", "tmpfs", "/mnt"));
    try {
      Process process =
          new ProcessBuilder(trial)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(1, TimeUnit.MINUTES) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
