package org.papermap.embed.internal.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.papermap.embed.internal.files.Drafts;
import org.papermap.embed.internal.files.FileTree;
import org.papermap.files.CacheFolder;

/// A temporary folder, in the cache folder or, where that cannot be written, in the system's folder
/// for temporary files. What a process that died has left there, the next one deletes.
public record WorkFolder(Drafts.Draft draft) implements AutoCloseable {
  /// Makes the folder.
  ///
  /// @param name what it is for
  public static WorkFolder open(String name) throws IOException {
    try {
      return in(CacheFolder.standard(), name);
    } catch (IOException _) {
      return in(Path.of(System.getProperty("java.io.tmpdir")), "papermap-" + name);
    }
  }

  private static WorkFolder in(Path parent, String name) throws IOException {
    return new WorkFolder(Drafts.folder(Files.createDirectories(parent).toRealPath(), name));
  }

  public Path path() {
    return draft.path();
  }

  @Override
  public void close() throws IOException {
    draft.channel().close();
    FileTree.delete(draft.path());
    Drafts.end(draft.path());
  }
}
