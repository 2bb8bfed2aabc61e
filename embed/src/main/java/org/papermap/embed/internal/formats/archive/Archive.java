package org.papermap.embed.internal.formats.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.papermap.embed.internal.formats.FormatException;

/// The files in an archive, one after the other in its order. Nothing is written to the disk, and
/// no name in the archive is ever used as a path.
public enum Archive {
  ZIP("zip"),
  TAR("tar");

  /// Bytes to look at to tell an archive.
  public static final int HEAD = 1 << 10;

  private static final int MOST_ENTRIES = 50_000;
  private static final int TAR_MAGIC = 257;

  private final String words;

  Archive(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }

  /// Takes the files of an archive.
  @FunctionalInterface
  public interface EntrySink {
    /// @param name as the archive has it, whatever that is: for people to read
    /// @param content to be read before the next file comes; not to be closed
    void accept(String name, InputStream content) throws IOException;
  }

  /// The kind of archive that begins so, or null; Office files are zip archives that count as
  /// files.
  public static @Nullable Archive of(byte[] head) {
    String text = new String(head, StandardCharsets.ISO_8859_1);
    if (text.startsWith("PK\u0003\u0004")) {
      boolean office =
          text.contains("[Content_Types].xml")
              || text.startsWith("mimetype", 30)
              || text.startsWith("_rels/", 30)
              || text.startsWith("docProps/", 30)
              || text.startsWith("xl/", 30)
              || text.startsWith("word/", 30);
      return office ? null : ZIP;
    }
    return text.startsWith("ustar", TAR_MAGIC) ? TAR : null;
  }

  /// Hands the files on, folders and links left out.
  ///
  /// @throws FormatException if the archive is damaged, or holds more files than anybody packs
  public void forEach(InputStream content, EntrySink sink) throws IOException {
    int count = 0;
    ArchiveInputStream<? extends ArchiveEntry> entries = open(content);
    ArchiveEntry entry = next(entries);
    while (entry != null) {
      count++;
      if (count > MOST_ENTRIES) {
        throw new FormatException(
            0,
            "more than %,d files in one archive".formatted(MOST_ENTRIES),
            "Unpack it and give the files with papers in them");
      }
      if (!entry.isDirectory() && isFile(entry)) {
        if (!entries.canReadEntryData(entry)) {
          throw new FormatException(
              0, "packed with a password or in a way that is not read", "Unpack it yourself");
        }
        sink.accept(entry.getName(), new Checked(entries));
      }
      entry = next(entries);
    }
  }

  private ArchiveInputStream<? extends ArchiveEntry> open(InputStream content) {
    return switch (this) {
      case ZIP -> new ZipArchiveInputStream(content, "UTF-8", true, true);
      case TAR -> new TarArchiveInputStream(content, "UTF-8");
    };
  }

  private static boolean isFile(ArchiveEntry entry) {
    return !(entry instanceof TarArchiveEntry tar) || tar.isFile();
  }

  private static @Nullable ArchiveEntry next(ArchiveInputStream<? extends ArchiveEntry> entries)
      throws IOException {
    try {
      return entries.getNextEntry();
    } catch (FormatException e) {
      throw e;
    } catch (IOException | IllegalArgumentException e) {
      throw damaged();
    }
  }

  private static FormatException damaged() {
    return new FormatException(0, "a damaged archive", "Fetch or pack the file again");
  }

  /// The content of an entry, in which damage is one of the archive.
  private static final class Checked extends FilterInputStream {
    Checked(InputStream entry) {
      super(entry);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      try {
        return in.read(into, from, length);
      } catch (FormatException e) {
        throw e;
      } catch (IOException e) {
        throw damaged();
      }
    }
  }
}
