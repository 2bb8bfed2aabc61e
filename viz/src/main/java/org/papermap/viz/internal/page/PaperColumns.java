package org.papermap.viz.internal.page;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.papermap.corpus.Paper;
import org.papermap.map.PaperMap;
import org.papermap.viz.internal.labels.Importance;
import org.papermap.viz.internal.labels.TitleLabels;

/// The papers' numbers on the page: places, topics, days, neighbors.
final class PaperColumns {
  /// Places are whole steps of this part of the map, see [org.papermap.layout.Layout].
  static final int PLACE_SCALE = 65536;

  /// Nearest papers that the page lists for each paper.
  private static final int MOST_NEIGHBORS = 10;

  /// Above this many papers, neighbors would be most of the file.
  private static final int MANY_PAPERS = 20_000;

  private static final int NEIGHBORS_OF_MANY = 8;

  /// Cosines of many papers are kept in two-hundredths: the page shows two digits.
  private static final int COSINE_SCALE_OF_MANY = 200;

  /// A paper's weight is kept in hundredths: a dot cannot show more.
  private static final int WEIGHT_SCALE = 100;

  private PaperColumns() {}

  static int neighbors(PaperMap map) {
    return Math.min(
        map.corpus().size() > MANY_PAPERS ? NEIGHBORS_OF_MANY : MOST_NEIGHBORS,
        map.neighbors().k());
  }

  static Columns of(PaperMap map, int[] subtopicOf, TitleLabels titles, Importance importance) {
    int rows = map.corpus().size();
    int k = neighbors(map);
    int themes = map.themes().themes().size();
    int cosineScale = rows > MANY_PAPERS ? COSINE_SCALE_OF_MANY : Columns.SCALE;
    Columns columns = new Columns();
    columns.steps("x", rows, PLACE_SCALE, row -> map.layout().x(row));
    columns.steps("y", rows, PLACE_SCALE, row -> map.layout().y(row));
    columns.integers("topic", rows, row -> map.tree().topics().label(row));
    columns.steps("weight", rows, WEIGHT_SCALE, importance.weights()::get);
    days(map.corpus().papers(), columns);
    columns.endPicture();
    columns.integers("subtopic", rows, row -> subtopicOf[row]);
    columns.integers("titled", rows, row -> titles.codes()[row]);
    StartHere.addTo(columns, map);
    columns.integers("edition", rows, row -> map.firstSeen().get(row));
    columns.steps("kept", rows, Columns.SCALE, row -> map.layoutQuality().neighborsKept(row));
    // Rank by rank: cosines of one rank are alike, and fall little from one to the next.
    columns.integers("neighbor", rows * k, i -> map.neighbors().neighbor(i % rows, i / rows));
    columns.series(
        "cosine", rows * k, rows, cosineScale, i -> map.neighbors().similarity(i % rows, i / rows));
    // What the page does not list lets the next map begin with the neighbors that are known.
    int further = rows > MANY_PAPERS ? 0 : map.neighbors().k() - k;
    columns.integers(
        "further", rows * further, i -> map.neighbors().neighbor(i % rows, k + i / rows));
    columns.steps(
        "similarity",
        rows * themes,
        Columns.SCALE,
        i -> Math.clamp(map.themes().similarity(i % rows, i / rows), -1, 1));
    return columns;
  }

  /// Of 1970 on; nothing where no paper has a date.
  static @Nullable Long firstDay(List<Paper> papers) {
    return papers.stream()
        .map(Paper::date)
        .filter(Objects::nonNull)
        .map(LocalDate::toEpochDay)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  /// Days since 1970; a paper without a date has the one before the first.
  private static void days(List<Paper> papers, Columns columns) {
    Long first = firstDay(papers);
    if (first != null) {
      columns.integers(
          "day",
          papers.size(),
          row -> {
            LocalDate date = papers.get(row).date();
            return Math.toIntExact(date == null ? first - 1 : date.toEpochDay());
          });
    }
  }
}
