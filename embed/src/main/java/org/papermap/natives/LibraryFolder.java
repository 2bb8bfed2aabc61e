package org.papermap.natives;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.papermap.embed.internal.cache.Manifest;
import org.papermap.embed.internal.files.DiskFailure;
import org.papermap.embed.internal.files.FileMutex;
import org.papermap.embed.internal.files.FileTree;
import org.papermap.embed.internal.files.Interruption;
import org.papermap.embed.internal.natives.LoaderMessage;
import org.papermap.embed.internal.natives.MountTable;
import org.papermap.files.Sha256;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A folder of native libraries that are unpacked from jars, with a manifest. It is complete or
/// absent, even if an unpacking process is killed. Any number of threads and processes may open it
/// at once. A complete folder is read without a lock.
public final class LibraryFolder {
  private static final Logger LOG = LoggerFactory.getLogger(LibraryFolder.class);
  private static final int BUFFER = 1 << 16;

  private final Path folder;
  private final String setting;
  private final List<Packed> packed;

  private LibraryFolder(Path folder, String setting, List<Packed> packed) {
    this.folder = folder;
    this.setting = setting;
    this.packed = packed;
  }

  /// A library in a jar.
  ///
  /// @param name of its file when unpacked
  /// @param resource its name on the class path
  public record Packed(String name, String resource) {}

  /// @param folder the folder, for libraries only
  /// @param setting the variable that names the folder or one above it
  /// @param packed the libraries; none for a folder that the user has filled, which is only read
  public static LibraryFolder of(Path folder, String setting, List<Packed> packed) {
    return new LibraryFolder(folder.toAbsolutePath(), setting, List.copyOf(packed));
  }

  /// The folder.
  public Path path() {
    return folder;
  }

  /// The path of an unpacked library.
  public Path library(String name) {
    return folder.resolve(name);
  }

  /// The state by the sizes of the files: cheap enough for every start.
  public LibraryState state() throws IOException {
    return state(Manifest::sizesHold);
  }

  /// The state by every byte. If a byte is wrong in files of the right size, the manifest is
  /// deleted, so that the next use unpacks the folder anew.
  public LibraryState check() throws IOException {
    LibraryState state = state(Manifest::contentsHold);
    if (state == LibraryState.DAMAGED && state() == LibraryState.READY && !packed.isEmpty()) {
      try (FileMutex _ = lock()) {
        Manifest.delete(folder);
      } catch (IOException e) {
        LOG.debug("a folder that cannot be written cannot be repaired", e);
      }
    }
    return state;
  }

  @FunctionalInterface
  private interface Check {
    boolean holds(Manifest manifest, Path folder) throws IOException;
  }

  private LibraryState state(Check check) throws IOException {
    Optional<Manifest> manifest = Manifest.read(folder);
    if (manifest.isPresent()) {
      return check.holds(manifest.get(), folder) ? LibraryState.READY : LibraryState.DAMAGED;
    }
    if (packed.isEmpty()) {
      return LibraryState.GIVEN;
    }
    return Files.exists(folder) ? LibraryState.DAMAGED : LibraryState.PACKED;
  }

  /// Unpacks the libraries, unless all are there in their sizes.
  public void open() throws LibraryException {
    try {
      if (!isThere()) {
        try (FileMutex _ = lock()) {
          // Another thread or process may have been quicker.
          if (!isThere()) {
            unpack();
          }
        }
      }
    } catch (IOException e) {
      throw notUnpacked(e);
    }
  }

  private boolean isThere() throws IOException {
    LibraryState state = state();
    if (packed.isEmpty() && state == LibraryState.DAMAGED) {
      throw new LibraryException(
          "%s: a library is missing or not as long as the manifest says. Restore it, or unset %s."
              .formatted(folder, setting),
          null);
    }
    return state == LibraryState.READY || state == LibraryState.GIVEN;
  }

  /// Unpacks the libraries anew, unless every byte is right.
  ///
  /// @return whether they were unpacked; false for a folder that the user has filled
  public boolean mend() throws LibraryException {
    if (packed.isEmpty()) {
      return false;
    }
    try (FileMutex _ = lock()) {
      if (state(Manifest::contentsHold) == LibraryState.READY) {
        return false;
      }
      unpack();
      return true;
    } catch (IOException e) {
      throw notUnpacked(e);
    }
  }

  /// Explains a failure to load a library of the folder.
  public LibraryException notLoaded(Throwable failure) {
    return LibraryException.ofLoading(failure, folder, setting);
  }

  private FileMutex lock() throws IOException {
    return FileMutex.lock(folder.resolveSibling(folder.getFileName() + ".lock"));
  }

  private void unpack() throws IOException {
    // One name for all processes, as the lock admits one. A killed process may have left it.
    Path work = folder.resolveSibling("." + folder.getFileName() + ".unpacking");
    FileTree.delete(work);
    FileTree.delete(folder);
    deleteLeftovers();
    requireProgramsToRun();
    requireRoom();
    try {
      Files.createDirectory(work);
      List<Manifest.Line> lines = new ArrayList<>();
      for (Packed library : packed) {
        lines.add(unpack(library, work));
      }
      new Manifest(lines).write(work);
      Files.move(work, folder, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      FileTree.delete(work);
    }
  }

  /// DJL unpacked in earlier versions, and left such folders when it was killed.
  private void deleteLeftovers() throws IOException {
    try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(parent(), "tmp[0-9]*")) {
      for (Path leftover : leftovers) {
        FileTree.delete(leftover);
      }
    }
  }

  /// Checked before hundreds of megabytes are unpacked in vain.
  private void requireProgramsToRun() throws IOException {
    if (MountTable.ofThisProcess().isNoexec(parent().toRealPath())) {
      throw new LibraryException(LoaderMessage.noexec(folder, "mounted noexec", setting), null);
    }
  }

  private Path parent() {
    return Objects.requireNonNull(folder.getParent());
  }

  private void requireRoom() throws IOException {
    // Some network file systems report 0 for unknown.
    if (room() > 0 && room() < size()) {
      throw new IOException("No space left on device");
    }
  }

  /// The size of all libraries in bytes.
  private long size() throws IOException {
    long size = 0;
    for (Packed library : packed) {
      size += Math.max(0, open(library).getContentLengthLong());
    }
    return size;
  }

  private static URLConnection open(Packed library) throws IOException {
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    ClassLoader loader = context == null ? LibraryFolder.class.getClassLoader() : context;
    URL url = loader.getResource(library.resource);
    if (url == null) {
      throw new LibraryException(
          "%s: not on the class path. Build Papermap on this machine, for this Java."
              .formatted(library.resource),
          null);
    }
    return url.openConnection();
  }

  private static Manifest.Line unpack(Packed library, Path work) throws IOException {
    URLConnection connection = open(library);
    Path file = work.resolve(library.name);
    CRC32 crc = new CRC32();
    MessageDigest digest = Sha256.digest();
    try (InputStream in = new CheckedInputStream(connection.getInputStream(), crc);
        FileChannel channel =
            FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        OutputStream out = new DigestOutputStream(Channels.newOutputStream(channel), digest)) {
      copy(in, out);
      // Otherwise a power failure may leave the folder in its place without its files' bytes.
      channel.force(true);
    } catch (ZipException e) {
      throw damaged(library, connection, e);
    }
    JarEntry entry = connection instanceof JarURLConnection jar ? jar.getJarEntry() : null;
    if (entry != null && entry.getCrc() != crc.getValue()) {
      throw damaged(library, connection, null);
    }
    return new Manifest.Line(
        library.name, Files.size(file), HexFormat.of().formatHex(digest.digest()));
  }

  private static void copy(InputStream in, OutputStream out) throws IOException {
    byte[] buffer = new byte[BUFFER];
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      out.write(buffer, 0, read);
    }
  }

  private static LibraryException damaged(
      Packed library, URLConnection connection, @Nullable ZipException cause) {
    String jar =
        connection instanceof JarURLConnection it
            ? it.getJarFileURL().getPath()
            : connection.getURL().toString();
    return new LibraryException(
        "%s: damaged, %s in it cannot be unpacked. Delete it, and build Papermap again."
            .formatted(jar, library.name),
        cause);
  }

  private LibraryException notUnpacked(IOException failure) {
    if (failure instanceof LibraryException told) {
      return told;
    }
    if (Interruption.is(failure)) {
      Thread.currentThread().interrupt();
      return new LibraryException(
          folder + ": interrupted while libraries were unpacked. Run it again.", failure);
    }
    String reason = DiskFailure.reason(failure);
    try {
      long megabytes = size() / 1_000_000;
      if (reason.contains("No space left") || reason.contains("quota exceeded")) {
        return new LibraryException(
            "%s: %d MB of native libraries are unpacked there once, and %d MB are free (%s). %s."
                .formatted(
                    folder,
                    megabytes,
                    room() / 1_000_000,
                    reason,
                    "Free more, or set " + setting + " to a folder on another disk"),
            failure);
      }
      return new LibraryException(
          "%s: %d MB of native libraries are to be unpacked there once (%s). %s."
              .formatted(
                  folder,
                  megabytes,
                  reason,
                  "Set " + setting + " to a folder that you may write to"),
          failure);
    } catch (LibraryException e) {
      return e;
    } catch (IOException e) {
      failure.addSuppressed(e);
      return new LibraryException(
          "%s: %s. Set %s to another folder.".formatted(folder, reason, setting), failure);
    }
  }

  /// Free bytes at the folder, or at the nearest existing one above it.
  private long room() throws IOException {
    Path there = folder;
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    return Files.getFileStore(there).getUsableSpace();
  }

  /// The state of native libraries on this machine.
  public enum LibraryState {
    /// Unpacked and unchanged.
    READY,
    /// In a jar; unpacked at the next use, which takes seconds.
    PACKED,
    /// Unpacked, but changed or without a manifest; unpacked anew at the next use.
    DAMAGED,
    /// In a folder that the user has filled, without a manifest.
    GIVEN
  }
}
