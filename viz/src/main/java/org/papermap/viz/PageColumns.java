package org.papermap.viz;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.papermap.viz.internal.page.Columns;
import org.papermap.viz.internal.page.Gzip;
import org.papermap.viz.internal.page.Payload;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The columns of a page: numbers and texts of the papers, as [MapReader] asks for them.
final class PageColumns {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private PageColumns() {}

  static final class Numbers {
    private final Map<String, Columns.Column> described = new HashMap<>();
    private final Map<String, int[]> values = new HashMap<>();

    Numbers(List<Columns.Column> columns, byte[] block) {
      for (Columns.Column column : columns) {
        described.put(column.name(), column);
        values.put(column.name(), Columns.read(column, block));
      }
    }

    int length(String name) {
      int[] column = values.get(name);
      return column == null ? 0 : column.length;
    }

    boolean has(String name) {
      return values.containsKey(name);
    }

    int at(String name, int index) {
      int[] column = values.get(name);
      if (column == null) {
        throw new IllegalArgumentException("no column " + name);
      }
      return column[index];
    }

    double scaled(String name, int index) {
      int value = at(name, index);
      Columns.Column column = described.get(name);
      return column == null ? value : (double) value / column.scale();
    }
  }

  static final class Texts {
    private final Map<String, List<Object>> fields = new HashMap<>();

    Texts(Payload.Meta meta, String[] packed) throws IOException {
      for (int i = 0; i < meta.texts().size(); i++) {
        List<Object> values =
            JSON.readValue(Gzip.unpack(packed[i]), new TypeReference<List<Object>>() {});
        if (values.size() != meta.papers()) {
          throw new IOException(meta.texts().get(i) + " of " + values.size() + " papers");
        }
        fields.put(meta.texts().get(i), values);
      }
    }

    String string(String field, int row) {
      List<Object> values = fields.get(field);
      return values == null ? "" : (String) values.get(row);
    }

    @SuppressWarnings("unchecked") // The page's own form; another is caught where it is used.
    Map<String, String> extra(int row) {
      List<Object> values = fields.get("extra");
      return values == null ? Map.of() : (Map<String, String>) values.get(row);
    }

    @SuppressWarnings("unchecked")
    List<Integer> themes(int row) {
      List<Object> values = fields.get("themes");
      return values == null ? List.of() : (List<Integer>) values.get(row);
    }
  }
}
