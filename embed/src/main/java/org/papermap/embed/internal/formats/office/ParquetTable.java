package org.papermap.embed.internal.formats.office;

import dev.hardwood.InputFile;
import dev.hardwood.metadata.CompressionCodec;
import dev.hardwood.metadata.RowGroup;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import dev.hardwood.row.PqList;
import dev.hardwood.row.PqStruct;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.papermap.embed.internal.formats.Claim;
import org.papermap.embed.internal.formats.Claim.Certainty;
import org.papermap.embed.internal.formats.FieldNames;
import org.papermap.embed.internal.formats.FormatException;
import org.papermap.embed.internal.formats.Head;
import org.papermap.embed.internal.formats.NamedFormat;
import org.papermap.embed.internal.formats.RecordSink;
import org.papermap.embed.internal.formats.Source;
import org.papermap.embed.internal.formats.UnrecognizedException;
import org.papermap.embed.internal.formats.Zstandard;
import org.papermap.embed.internal.formats.json.JsonObjects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A Parquet table, whose rows mean what objects of JSON with these members mean. Lines are rows.
/// Vectors are left out.
public final class ParquetTable extends NamedFormat {
  private static final int MAX_LENGTH = 1 << 30;

  /// Tables unpack to a few times their size.
  private static final int MAX_GROWTH = 300;

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private static final int LONGEST_LIST = 1000;

  /// A batch of rows takes a second at most.
  private static final Duration LONGEST_STEP = Duration.ofSeconds(10);

  /// What is asked of the library, once there is a table to read.
  private static final class Library {
    /// The library logs there which processor it found, which would disturb. The logger is kept,
    /// since its level is lost if it is collected.
    private static final Logger LOGGER = Logger.getLogger("dev.hardwood");

    private static final Set<CompressionCodec> READ =
        Set.of(
            CompressionCodec.UNCOMPRESSED,
            CompressionCodec.SNAPPY,
            CompressionCodec.GZIP,
            CompressionCodec.ZSTD);

    static {
      LOGGER.setLevel(Level.WARNING);
    }

    private Library() {}

    static void quiet() {
      // Loading the class does it.
    }
  }

  public ParquetTable() {
    super("parquet", "Parquet");
  }

  @Override
  public Claim claim(Head head) {
    return head.startsWith("PAR1") ? new Claim(Certainty.SIGNED, words()) : Claim.none();
  }

  @Override
  public void read(Source source, RecordSink sink) throws IOException {
    byte[] bytes = source.allBytes(MAX_LENGTH);
    Library.quiet();
    Watch watch = new Watch(LONGEST_STEP);
    try (watch) {
      watch.begin();
      read(bytes, watch, source.names(), sink);
    } catch (FormatException e) {
      throw e;
    } catch (IOException | RuntimeException | LinkageError e) {
      if (Zstandard.isMissing(e)) {
        throw Zstandard.notLoaded();
      }
      if (!watch.isInStep() && e instanceof RuntimeException ofSink) {
        throw ofSink;
      }
      // The bytes are in memory: what fails is the content.
      throw damaged();
    }
  }

  private static FormatException damaged() {
    return new FormatException(
        0, "a damaged Parquet file", "Write it again, or export CSV or JSON");
  }

  private static void check(ParquetFileReader file, int length) throws FormatException {
    long unpacked = 0;
    for (RowGroup group : file.getFileMetaData().rowGroups()) {
      for (var column : group.columns()) {
        unpacked += Math.max(0, column.metaData().totalUncompressedSize());
        CompressionCodec codec = column.metaData().codec();
        if (!Library.READ.contains(codec)) {
          throw new UnrecognizedException(
              "Parquet packed with " + codec,
              "Write it with Snappy, Zstandard, Gzip or no compression, or export CSV or JSON");
        }
      }
    }
    if (unpacked > (long) MAX_GROWTH * length) {
      throw new FormatException(
          0,
          "a Parquet file that unpacks to more than %d times its size".formatted(MAX_GROWTH),
          "Export CSV or JSON");
    }
  }

  private static void read(byte[] bytes, Watch watch, FieldNames names, RecordSink sink)
      throws IOException {
    long number = 0;
    try (ParquetFileReader file = ParquetFileReader.open(InputFile.of(ByteBuffer.wrap(bytes)))) {
      check(file, bytes.length);
      try (RowReader rows = file.rowReader()) {
        List<String> columns = new ArrayList<>();
        for (int i = 0; i < rows.getFieldCount(); i++) {
          columns.add(rows.getFieldName(i));
        }
        JsonObjects objects = new JsonObjects(names);
        boolean known = names.areOfPapers(columns);
        while (rows.hasNext()) {
          rows.next();
          JsonNode row = row(rows, columns);
          known |= objects.arePapersIn(row);
          if (!known) {
            throw Header.unknown("a Parquet table", columns);
          }
          watch.end();
          objects.read(row, ++number, sink);
          watch.begin();
        }
      }
      if (number != file.getFileMetaData().numRows()) {
        throw damaged();
      }
    }
  }

  private static JsonNode row(RowReader row, List<String> columns) {
    ObjectNode object = NODES.objectNode();
    for (int i = 0; i < columns.size(); i++) {
      object.set(columns.get(i), node(row.isNull(i) ? null : row.getValue(i)));
    }
    return object;
  }

  private static JsonNode node(@Nullable Object value) {
    return switch (value) {
      case Integer number -> NODES.numberNode(number);
      case Long number -> NODES.numberNode(number);
      case byte[] bytes -> NODES.stringNode(new String(bytes, StandardCharsets.UTF_8));
      case PqList list -> list(list);
      case PqStruct struct -> object(struct);
      case String text -> NODES.stringNode(text);
      case Number number -> NODES.stringNode(number.toString());
      case Boolean truth -> NODES.stringNode(truth.toString());
      case Temporal time -> NODES.stringNode(time.toString());
      case UUID id -> NODES.stringNode(id.toString());
      case null, default -> NODES.nullNode();
    };
  }

  private static JsonNode list(PqList list) {
    ArrayNode nodes = NODES.arrayNode();
    if (list.size() <= LONGEST_LIST) {
      list.values().stream()
          .filter(value -> !(value instanceof Float || value instanceof Double))
          .forEach(value -> nodes.add(node(value)));
    }
    return nodes;
  }

  private static JsonNode object(PqStruct struct) {
    ObjectNode object = NODES.objectNode();
    for (int i = 0; i < struct.getFieldCount(); i++) {
      String name = struct.getFieldName(i);
      object.set(name, node(struct.isNull(i) ? null : struct.getValue(i)));
    }
    return object;
  }
}
