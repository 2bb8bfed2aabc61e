package org.papermap.pipeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.papermap.corpus.Corpus;
import org.papermap.corpus.Paper;
import org.papermap.map.MapDescription;
import org.papermap.map.MapHistory;
import org.papermap.map.MapHistory.Change;
import org.papermap.map.MapHistory.Edition;
import org.papermap.map.MapHistory.GonePaper;
import org.papermap.map.MapHistory.TopicHistory;
import org.papermap.map.MappedPaper;
import org.papermap.map.internal.changes.TopicChanges;
import org.papermap.topic.Topic;

/// What a map tells of its past: the history, and for each paper the edition that first had it. A
/// map with the papers of the earlier one is not a further edition but the same again, so that what
/// was new stays new.
///
/// @param firstSeen the number of an edition for each paper
record NextEdition(MapHistory history, List<Integer> firstSeen) {
  private static final Set<Change> SIZES = Set.of(Change.KEPT, Change.GREW, Change.SHRANK);

  /// A map that no other came before.
  static NextEdition first(
      Corpus corpus, List<Topic> topics, @Nullable LocalDate day, MapDescription.Quality quality) {
    return new NextEdition(
        MapHistory.first(day == null ? newest(corpus) : day, corpus.size(), topics, quality),
        Collections.nCopies(corpus.size(), 1));
  }

  /// The map after an earlier one.
  ///
  /// @param rows of each paper its row on the earlier map, or −1
  /// @param day that was asked for, not before the earlier map's
  /// @param fit of the places; its edition counts only if it is the earlier map's
  /// @param refitDue see [MapHistory#refitDue()]
  static NextEdition after(
      MapDescription earlier,
      int[] rows,
      Corpus corpus,
      List<Topic> topics,
      @Nullable LocalDate day,
      MapHistory.Fit fit,
      String refitDue) {
    MapHistory before = earlier.history();
    List<GonePaper> gone = gone(earlier, rows);
    boolean same = gone.isEmpty() && Arrays.stream(rows).noneMatch(row -> row < 0);
    int edition = before.edition() + 1;
    List<TopicHistory> ways =
        TopicChanges.of(earlier.topics(), topics, rows)
            .ways(ofTopics(before), edition, before.topicIds() + 1);
    LocalDate own = later(before.day(), day == null ? newest(corpus) : day);
    List<Edition> editions = new ArrayList<>(before.editions());
    if (same) {
      editions.removeLast();
    }
    editions.add(new Edition(own, corpus.size()));
    int born = (int) ways.stream().filter(it -> it.changes().contains(Change.BORN)).count();
    return new NextEdition(
        new MapHistory(
            editions,
            same ? again(before, ways) : ways,
            same ? before.gone() : gone,
            before.topicIds() + born,
            new MapHistory.Fit(
                Math.min(fit.edition(), editions.size()),
                fit.neighborsKept(),
                fit.trustworthiness()),
            refitDue),
        Arrays.stream(rows)
            .mapToObj(row -> row < 0 ? edition : earlier.papers().get(row).edition())
            .toList());
  }

  /// The ways of topics since the edition before, when the same edition is made again.
  private static List<TopicHistory> again(MapHistory before, List<TopicHistory> ways) {
    List<TopicHistory> earlier = ofTopics(before);
    List<TopicHistory> all = new ArrayList<>();
    for (TopicHistory way : ways) {
      all.add(way.earlierNumber() < 0 ? way : joined(earlier.get(way.earlierNumber()), way));
    }
    before.topics().stream().filter(it -> it.number() < 0).forEach(all::add);
    return all;
  }

  private static TopicHistory joined(TopicHistory first, TopicHistory then) {
    List<Change> changes = new ArrayList<>();
    if (first.earlierNumber() >= 0 && then.number() >= 0) {
      int more = then.papers() - first.earlierPapers();
      changes.addAll(
          more > 0 ? List.of(Change.GREW) : more < 0 ? List.of(Change.SHRANK) : List.of());
    }
    Stream.concat(first.changes().stream(), then.changes().stream())
        .filter(it -> !SIZES.contains(it))
        .distinct()
        .forEach(changes::add);
    return new TopicHistory(
        first.id(),
        then.number(),
        first.earlierNumber(),
        first.edition(),
        then.name(),
        first.earlierName(),
        then.papers(),
        first.earlierPapers(),
        first.arrived(),
        first.left(),
        first.overlap(),
        changes.isEmpty() && !first.changes().isEmpty() ? List.of(Change.KEPT) : changes,
        first.from(),
        then.into().size() > 1 ? then.into() : first.into());
  }

  /// The ways of the earlier map's topics, by their numbers.
  private static List<TopicHistory> ofTopics(MapHistory before) {
    return before.topics().stream().filter(it -> it.number() >= 0).toList();
  }

  private static List<GonePaper> gone(MapDescription earlier, int[] rows) {
    Set<Integer> here = new HashSet<>();
    Arrays.stream(rows).forEach(here::add);
    return IntStream.range(0, earlier.papers().size())
        .filter(row -> !here.contains(row))
        .mapToObj(row -> {
          MappedPaper paper = earlier.papers().get(row);
          return new GonePaper(
              paper.id(),
              paper.title(),
              paper.date(),
              paper.url(),
              paper.since(),
              earlier.topicName(paper));
        })
        .toList();
  }

  /// The date of the newest paper.
  static @Nullable LocalDate newest(Corpus corpus) {
    return corpus.papers().stream()
        .map(Paper::date)
        .filter(Objects::nonNull)
        .max(LocalDate::compareTo)
        .orElse(null);
  }

  private static @Nullable LocalDate later(@Nullable LocalDate a, @Nullable LocalDate b) {
    return a == null || (b != null && b.isAfter(a)) ? b : a;
  }
}
