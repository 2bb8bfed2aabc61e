package org.papermap.embed.internal.natives;

import java.io.File;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Turns a message of the system's loader into a line that says what to do. It knows the loaders of
/// glibc and musl, the messages of macOS and Windows about a wrong processor, and what the virtual
/// machine adds.
public final class LoaderMessage {
  /// The newest version that the engine's libraries require, on x86-64 and ARM.
  private static final String NEEDED =
      "glibc 2.34 and libstdc++ of GCC 9 or newer are needed: use Debian 12, Ubuntu 22.04, Red Hat"
          + " 9 or newer";

  private static final Pattern VERSION = Pattern.compile("version [`'\"]([\\w.]+)['\"] not found");

  /// A library of the system that is missing.
  private static final Pattern ABSENT =
      Pattern.compile(
          "(?:^|: )((?:lib(?:stdc\\+\\+|gcc_s|m|c|dl|rt|pthread)\\.so|ld-linux)\\S*):"
              + " cannot open shared object file: No such file or directory");

  private static final Pattern OTHER_PROCESSOR =
      Pattern.compile(
          "Possible cause: |wrong ELF class|Exec format error|incompatible architecture"
              + "|not a valid Win32 application|Can't load .*-bit \\.dll");
  private static final Pattern OTHER_C_LIBRARY =
      Pattern.compile("Error loading shared library|Error relocating");
  private static final Pattern DAMAGED =
      Pattern.compile(
          "invalid ELF header|file too short|ELF |cannot read file data|undefined symbol"
              + "|Can't load library|No such file or directory");

  private LoaderMessage() {}

  /// @param message the message of the error that `System.load` threw
  /// @param folder where the libraries are
  /// @param setting the variable that names this folder
  public static String told(String message, Path folder, String setting) {
    String found = firstLine(message);
    // Tested first, as other messages contain the same words.
    if (found.contains("Cannot allocate memory")) {
      return line(folder, "no memory is left to load them", found, "Give more, see ulimit -v");
    }
    if (found.contains("failed to map segment") || found.contains("Operation not permitted")) {
      return noexec(folder, found, setting);
    }
    if (OTHER_PROCESSOR.matcher(found).find()) {
      return line(
          folder,
          "made for another processor than this Java, which is for "
              + System.getProperty("os.arch"),
          found,
          "Use a 64-bit Java for the processor of this machine, or build Papermap here");
    }
    Matcher version = VERSION.matcher(found);
    if (version.find()) {
      return line(
          folder,
          "this system's %s is too old".formatted(library(version.group(1))),
          found,
          NEEDED);
    }
    if (OTHER_C_LIBRARY.matcher(found).find()) {
      return line(folder, "this system has another C library than glibc", found, NEEDED);
    }
    Matcher absent = ABSENT.matcher(found);
    if (absent.find()) {
      return line(
          folder,
          "this system lacks " + absent.group(1),
          found,
          "Install it (on Debian libstdc++6 and libgcc-s1)");
    }
    if (found.contains("Permission denied")) {
      return line(folder, "not permitted", found, "Check who may read it, or set " + setting);
    }
    if (DAMAGED.matcher(found).find()) {
      return line(
          folder,
          "a library is damaged or missing",
          found,
          "Restore it, or set %s anew".formatted(setting));
    }
    return line(
        folder, "a library does not load", found, "Set %s to another folder".formatted(setting));
  }

  public static String noexec(Path folder, String found, String setting) {
    return line(
        folder,
        "no library may run from this file system",
        found,
        "Set %s to a folder on one that is not mounted noexec".formatted(setting));
  }

  private static String library(String version) {
    return version.startsWith("GLIBC_") ? "glibc" : "libstdc++";
  }

  private static String line(Path folder, String meaning, String found, String advice) {
    return "%s: %s (%s). %s.".formatted(folder, meaning, shortened(found, folder), advice);
  }

  /// The virtual machine and the loader each begin with the library's path.
  private static String shortened(String found, Path folder) {
    String prefix = folder + File.separator;
    String rest = found.replace(prefix, "");
    Matcher twice = Pattern.compile("^(\\S+): \\1: ").matcher(rest);
    return twice.find() ? rest.substring(twice.group(1).length() + 2) : rest;
  }

  public static String firstLine(String text) {
    return text.lines().findFirst().orElse("").strip();
  }
}
