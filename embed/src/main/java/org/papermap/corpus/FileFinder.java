package org.papermap.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Which files of a folder may hold papers, by their names alone.
final class FileFinder {
  /// Almost any text could be a page dump. Without being named, only files with the name of a text
  /// are read as one.
  private static final Pattern NAME_OF_TEXT =
      Pattern.compile(
          ".+\\.(txt|text|md|markdown)(\\.gz|\\.bz2|\\.zst)?", Pattern.CASE_INSENSITIVE);

  private static final Pattern NAME_OF_NOTICE =
      Pattern.compile(
          "(readme|licen[cs]e|copying|notice|changelog|contributing)\\b.*",
          Pattern.CASE_INSENSITIVE);

  /// The files that a map is made of; its folder is no source of papers.
  private static final List<String> MAP = List.of("map.html", "map.json", "report.json");

  private FileFinder() {}

  /// The entries of the folder in the order of their names, hidden ones left out.
  static List<Path> entries(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(entry -> !isHidden(lastName(entry)))
          .sorted(Comparator.comparing(FileFinder::lastName))
          .toList();
    }
  }

  static boolean isHidden(String name) {
    return name.startsWith(".") || name.equals("__MACOSX");
  }

  /// Whether a file of this name may be read as a page dump without being named.
  static boolean mayBePage(String name) {
    return NAME_OF_TEXT.matcher(name).matches() && !NAME_OF_NOTICE.matcher(name).matches();
  }

  /// Whether Papermap wrote the folder.
  static boolean isMap(Path folder) {
    return MAP.stream().allMatch(file -> Files.exists(folder.resolve(file)));
  }

  static boolean isLinkToFolder(Path entry) {
    return Files.isSymbolicLink(entry) && Files.isDirectory(entry);
  }

  static boolean isFolder(Path entry) {
    return Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS);
  }

  static String lastName(Path path) {
    Path name = path.getFileName();
    return name == null ? "" : name.toString();
  }

  /// The last part of a name within an archive.
  static String lastName(String entry) {
    return entry.substring(Math.max(entry.lastIndexOf('/'), entry.lastIndexOf('\\')) + 1);
  }
}
