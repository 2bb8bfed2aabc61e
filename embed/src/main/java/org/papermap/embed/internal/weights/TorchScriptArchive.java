package org.papermap.embed.internal.weights;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes a TorchScript archive, which PyTorch loads without Python: a zip of uncompressed entries
/// with the source of the module's classes, its pickled state, and one entry for each tensor. Equal
/// input gives equal bytes.
public final class TorchScriptArchive {
  /// The folder inside the zip; PyTorch accepts any name.
  private static final String ROOT = "model/";

  /// PyTorch pads its entries so that tensors can be mapped into memory in place.
  private static final int ALIGNMENT = 64;

  private static final int LOCAL_HEADER = 30;
  private static final int EXTRA_HEADER = 4;

  /// The file format version that PyTorch has written since 2022.
  private static final String VERSION = "10\n";

  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private final CountingStream counted;
  private final ZipOutputStream zip;

  private TorchScriptArchive(OutputStream out) {
    this.counted = new CountingStream(out);
    this.zip = new ZipOutputStream(counted);
    zip.setMethod(ZipOutputStream.STORED);
  }

  /// Writes the archive of `module`.
  ///
  /// @param source TorchScript of the classes in `__torch__/<namespace>.py`
  public static void write(Path file, ScriptValue module, String namespace, String source)
      throws IOException {
    PickleWriter.Pickle pickle = PickleWriter.pickle(module);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
      TorchScriptArchive archive = new TorchScriptArchive(out);
      archive.entry("data.pkl", pickle.bytes());
      archive.entry("code/__torch__/" + namespace + ".py", text(source));
      for (int i = 0; i < pickle.storages().size(); i++) {
        archive.entry("data/" + i, pickle.storages().get(i));
      }
      archive.entry("constants.pkl", PickleWriter.pickle(new ScriptValue.Tuple(List.of())).bytes());
      archive.entry("version", text(VERSION));
      archive.entry("byteorder", text("little"));
      archive.zip.finish();
    }
  }

  private static ByteBuffer text(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
  }

  private void entry(String name, ByteBuffer content) throws IOException {
    ZipEntry entry = new ZipEntry(ROOT + name);
    CRC32 crc = new CRC32();
    crc.update(content.duplicate());
    entry.setCrc(crc.getValue());
    entry.setSize(content.remaining());
    entry.setTimeLocal(NO_TIME);
    zip.flush();
    entry.setExtra(padding(counted.written + LOCAL_HEADER + ROOT.length() + name.length()));
    zip.putNextEntry(entry);
    copy(content.duplicate());
    zip.closeEntry();
  }

  /// An extra field, marked `FB` as PyTorch does, that brings the content to a multiple of 64.
  private static byte[] padding(long end) {
    int length = (int) ((ALIGNMENT - (end + EXTRA_HEADER) % ALIGNMENT) % ALIGNMENT);
    byte[] extra = new byte[EXTRA_HEADER + length];
    Arrays.fill(extra, (byte) 'Z');
    extra[0] = 'F';
    extra[1] = 'B';
    extra[2] = (byte) length;
    extra[3] = 0;
    return extra;
  }

  private void copy(ByteBuffer content) throws IOException {
    byte[] chunk = new byte[1 << 16];
    while (content.hasRemaining()) {
      int length = Math.min(chunk.length, content.remaining());
      content.get(chunk, 0, length);
      zip.write(chunk, 0, length);
    }
  }

  /// Counts bytes, as [ZipOutputStream] does not tell the position.
  private static final class CountingStream extends FilterOutputStream {
    private long written;

    CountingStream(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int value) throws IOException {
      out.write(value);
      written++;
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
      written += length;
    }
  }
}
