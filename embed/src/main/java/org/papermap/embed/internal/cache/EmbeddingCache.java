package org.papermap.embed.internal.cache;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.papermap.embed.internal.files.DiskFailure;
import org.papermap.embed.internal.files.FileMutex;

/// Vectors of one model, on disk by the hash of their texts. Threads and processes may share a
/// file: they write one at a time, and read at any time.
///
/// The file starts with a header that names the model's identity; entries of one fixed size follow,
/// each with a checksum. It grows only at its end, by whole batches. A torn last entry is not read,
/// and the next batch overwrites it. An entry with a wrong checksum is not read, and is written
/// anew when its text is embedded again; of two entries of one text the later counts. A file
/// without a proper header is started anew; if it is not one of ours, a copy of it is kept first.
/// Batches are not forced to the disk: a machine that goes down may lose its last seconds, which
/// the checksums find.
public final class EmbeddingCache {
  private static final byte[] MAGIC = "PMVECS1\n".getBytes(StandardCharsets.US_ASCII);
  private static final int SCAN_BYTES = 1 << 20;

  /// The number of tokens of a text without a vector.
  public static final int ABSENT = -1;

  private final Path file;
  private final byte[] header;
  private final int dimension;
  private final int entrySize;
  private final Map<ContentKey, Long> positions = new HashMap<>();
  private long scannedTo;

  private EmbeddingCache(Path file, byte[] header, int dimension) {
    this.file = file;
    this.header = header;
    this.dimension = dimension;
    this.entrySize = ContentKey.BYTES + Integer.BYTES + dimension * Float.BYTES + Integer.BYTES;
    this.scannedTo = header.length;
  }

  /// The cache of one model, at `vectors/` under a cache folder. The folder need not exist; it is
  /// made at the first write.
  ///
  /// @param identity see [org.papermap.embed.Embedder#identity()]
  public static EmbeddingCache of(Path cacheFolder, String identity, int dimension) {
    ContentKey hash = ContentKey.of(identity);
    String name = identity.replaceAll("[^A-Za-z0-9._-].*", "");
    String digits = HexFormat.of().toHexDigits(hash.first());
    return new EmbeddingCache(
        cacheFolder.resolve("vectors").resolve(name + "-" + digits + ".vectors"),
        header(identity, dimension),
        dimension);
  }

  private static byte[] header(String identity, int dimension) {
    byte[] name = identity.getBytes(StandardCharsets.UTF_8);
    ByteBuffer header =
        ByteBuffer.allocate(MAGIC.length + 2 * Integer.BYTES + name.length + Integer.BYTES);
    header.put(MAGIC).putInt(dimension).putInt(name.length).put(name);
    header.putInt(checksum(header.array(), header.position()));
    return header.array();
  }

  /// The contents of a cache file.
  ///
  /// @param identity of the model that made the vectors
  /// @param entries whole entries, older ones of the same text included
  /// @param damaged entries with a wrong checksum
  public record Contents(String identity, long entries, long damaged) {}

  /// Reads all of a file; empty where it has no proper header.
  public static Optional<Contents> inspect(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      byte[] start = new byte[MAGIC.length + 2 * Integer.BYTES];
      if (!readFully(channel, start, 0)) {
        return Optional.empty();
      }
      ByteBuffer sizes = ByteBuffer.wrap(start, MAGIC.length, 2 * Integer.BYTES);
      int dimension = sizes.getInt();
      int length = sizes.getInt();
      byte[] name = new byte[length < 0 || length > channel.size() ? 0 : length];
      if (dimension < 1 || !readFully(channel, name, start.length)) {
        return Optional.empty();
      }
      String identity = new String(name, StandardCharsets.UTF_8);
      EmbeddingCache cache = new EmbeddingCache(file, header(identity, dimension), dimension);
      return cache.hasHeader(channel)
          ? Optional.of(cache.contents(identity, channel))
          : Optional.empty();
    }
  }

  /// Whether a file begins as those of this class do, whatever became of the rest.
  public static boolean isOurs(Path file) throws IOException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      byte[] start = new byte[MAGIC.length];
      return readFully(channel, start, 0) && Arrays.equals(start, MAGIC);
    }
  }

  private Contents contents(String identity, FileChannel channel) throws IOException {
    long end = wholeEntries(channel);
    long damaged = 0;
    byte[] entry = new byte[entrySize];
    for (long at = header.length; at < end; at += entrySize) {
      if (!readFully(channel, entry, at) || !isSound(entry)) {
        damaged++;
      }
    }
    return new Contents(identity, (end - header.length) / entrySize, damaged);
  }

  private boolean isSound(byte[] entry) {
    int body = entrySize - Integer.BYTES;
    return ByteBuffer.wrap(entry).getInt(body) == checksum(entry, body);
  }

  /// The file.
  public Path file() {
    return file;
  }

  /// Copies the vectors of texts to their places in an array.
  ///
  /// @param vectors room for a vector for each key
  /// @param tokens receives each text's number of tokens, or [#ABSENT] where there is no vector
  public synchronized void read(List<ContentKey> keys, float[] vectors, int[] tokens)
      throws IOException {
    Arrays.fill(tokens, ABSENT);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      scan(channel);
      ByteBuffer entry = ByteBuffer.allocateDirect(entrySize);
      for (int i = 0; i < tokens.length; i++) {
        ContentKey key = keys.get(i);
        Long position = positions.get(key);
        if (position != null && readSound(channel, entry, position, key)) {
          tokens[i] = entry.getInt();
          entry.asFloatBuffer().get(vectors, i * dimension, dimension);
        }
      }
    } catch (NoSuchFileException _) {
      // Nothing has been written yet.
    }
  }

  /// Appends the vectors of a batch.
  ///
  /// @param vectors one after the other, in the order of the keys
  public synchronized void append(List<ContentKey> keys, float[] vectors, int[] tokens)
      throws IOException {
    ByteBuffer entries = ByteBuffer.allocate(keys.size() * entrySize);
    for (int i = 0; i < keys.size(); i++) {
      put(entries, keys.get(i), tokens[i], vectors, i * dimension);
    }
    try (FileMutex _ = FileMutex.lock(file.resolveSibling(file.getFileName() + ".lock"));
        FileChannel channel =
            FileChannel.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE)) {
      long end = endOfEntries(channel);
      channel.truncate(end).position(end);
      writeFully(channel, entries.flip());
    } catch (IOException e) {
      throw DiskFailure.at(file, e);
    }
  }

  private void put(ByteBuffer entries, ContentKey key, int tokens, float[] vectors, int from) {
    int start = entries.position();
    key.write(entries);
    entries.putInt(tokens);
    for (int j = from; j < from + dimension; j++) {
      entries.putFloat(vectors[j]);
    }
    byte[] entry = new byte[entries.position() - start];
    entries.get(start, entry);
    entries.putInt(checksum(entry, entry.length));
  }

  /// The place of the next entry; writes the header where there is none.
  private long endOfEntries(FileChannel channel) throws IOException {
    if (!hasHeader(channel)) {
      setAside(channel);
      channel.truncate(0).position(0);
      writeFully(channel, ByteBuffer.wrap(header));
      positions.clear();
      scannedTo = header.length;
    }
    return wholeEntries(channel);
  }

  /// Keeps a copy of what another program has put in the file's place.
  private void setAside(FileChannel channel) throws IOException {
    byte[] start = new byte[MAGIC.length];
    if (channel.size() > 0 && !(readFully(channel, start, 0) && Arrays.equals(start, MAGIC))) {
      Files.copy(
          file,
          file.resolveSibling(file.getFileName() + ".set-aside"),
          StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private boolean hasHeader(FileChannel channel) throws IOException {
    byte[] found = new byte[header.length];
    return readFully(channel, found, 0) && Arrays.equals(found, header);
  }

  private long wholeEntries(FileChannel channel) throws IOException {
    long entries = (channel.size() - header.length) / entrySize;
    return header.length + entries * entrySize;
  }

  /// Reads the positions of entries that were added since the last scan.
  private void scan(FileChannel channel) throws IOException {
    if (channel.size() < scannedTo || scannedTo == header.length) {
      positions.clear();
      scannedTo = header.length;
      if (!hasHeader(channel)) {
        return;
      }
    }
    long end = wholeEntries(channel);
    ByteBuffer chunk = ByteBuffer.allocateDirect(Math.max(1, SCAN_BYTES / entrySize) * entrySize);
    while (scannedTo < end) {
      chunk.clear().limit((int) Math.min(chunk.capacity(), end - scannedTo));
      if (!readFully(channel, chunk, scannedTo)) {
        return;
      }
      for (int from = 0; from < chunk.limit(); from += entrySize) {
        positions.put(ContentKey.read(chunk.position(from)), scannedTo + from);
      }
      scannedTo += chunk.limit();
    }
  }

  /// Reads a key's entry, up to what follows the key.
  ///
  /// @return whether it is complete and undamaged
  private boolean readSound(FileChannel channel, ByteBuffer entry, long position, ContentKey key)
      throws IOException {
    if (!readFully(channel, entry.clear(), position)) {
      return false;
    }
    CRC32C crc = new CRC32C();
    crc.update(entry.flip().limit(entrySize - Integer.BYTES));
    boolean sound = entry.limit(entrySize).getInt() == (int) crc.getValue();
    // Another process may have started the file anew, with another text's entry in this place.
    return sound && ContentKey.read(entry.rewind()).equals(key);
  }

  private static int checksum(byte[] bytes, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, length);
    return (int) crc.getValue();
  }

  private static boolean readFully(FileChannel channel, byte[] into, long position)
      throws IOException {
    return readFully(channel, ByteBuffer.wrap(into), position);
  }

  /// Fills the buffer; false where the file ends before.
  private static boolean readFully(FileChannel channel, ByteBuffer into, long position)
      throws IOException {
    while (into.hasRemaining()) {
      if (channel.read(into, position + into.position()) < 0) {
        return false;
      }
    }
    return true;
  }

  private static void writeFully(FileChannel channel, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }
}
