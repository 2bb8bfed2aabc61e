package org.papermap.map;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.papermap.topic.Topic;

/// What a map knows of the maps that it was grown from: when each was made, which papers have gone
/// since the last of them, and what became of its topics. A map that was made anew is the first.
///
/// @param editions the maps of the chain, oldest first; the last is this one. The number of an
///   edition is its place here, from 1
/// @param topics this map's topics in their order, then those of the earlier map that are gone
/// @param gone papers of the earlier map that this one does not have, in their order there
/// @param topicIds how many ids topics have been given in all editions
/// @param fit the places when they were last calculated for all papers
/// @param refitDue why places should be calculated anew, or empty where they are still good
public record MapHistory(
    List<Edition> editions,
    List<TopicHistory> topics,
    List<GonePaper> gone,
    int topicIds,
    Fit fit,
    String refitDue) {

  /// A map of the chain.
  ///
  /// @param day on which it was made: the one it was given, or the date of its newest paper; null
  ///   where no paper has a date
  /// @param papers how many it had
  public record Edition(@Nullable LocalDate day, int papers) {}

  /// Figures of the places that others are compared with, see [MapDescription.Quality].
  ///
  /// @param edition the number of the map whose places were calculated for all papers
  public record Fit(int edition, double neighborsKept, double trustworthiness) {}

  /// A paper that the earlier map has and this one has not.
  ///
  /// @param since the day of the first map that had it
  /// @param topic the name of its topic on the earlier map, empty where it had none
  public record GonePaper(
      String id,
      String title,
      @Nullable LocalDate date,
      @Nullable URI url,
      @Nullable LocalDate since,
      String topic) {}

  /// What can become of a topic from one map to the next.
  public enum Change {
    /// No topic of the earlier map is the same.
    BORN,
    /// It has more papers than it had.
    GREW,
    /// It has fewer papers than it had.
    SHRANK,
    /// A quarter or more of its papers went to each of two or more topics.
    SPLIT,
    /// It has most of the papers of two or more earlier topics.
    MERGED,
    /// It has another name.
    RENAMED,
    /// It has as many papers as it had, and its name.
    KEPT,
    /// It was on the earlier map and is no longer.
    GONE
  }

  /// A topic's way from the earlier map to this one.
  ///
  /// @param id stays the same as long as the topic lives, and is given once in a chain of maps
  /// @param number of the topic on this map, or −1 where it is gone
  /// @param earlierNumber its number on the earlier map, or −1 where it was born
  /// @param edition in which it was born
  /// @param earlierName empty where it was born
  /// @param papers how many it has now, and `earlierPapers` how many it had
  /// @param arrived papers of it that are new on the map
  /// @param left papers of it that the map no longer has
  /// @param overlap of its papers then and now among those on both maps, in [0, 1]: their Jaccard
  ///   index; 0 where it was born or is gone
  /// @param changes one or more; empty on a first map
  /// @param from earlier topics that a quarter or more of it, or most of theirs, came from
  /// @param into topics of this map that a quarter or more of it went to
  public record TopicHistory(
      int id,
      int number,
      int earlierNumber,
      int edition,
      String name,
      String earlierName,
      int papers,
      int earlierPapers,
      int arrived,
      int left,
      double overlap,
      List<Change> changes,
      List<Part> from,
      List<Part> into) {
    public TopicHistory {
      changes = List.copyOf(changes);
      from = List.copyOf(from);
      into = List.copyOf(into);
    }
  }

  /// Papers that a topic shares with a topic of the other map.
  ///
  /// @param id of the other topic
  public record Part(int id, String name, int papers) {}

  public MapHistory {
    editions = List.copyOf(editions);
    topics = List.copyOf(topics);
    gone = List.copyOf(gone);
    if (editions.isEmpty()) {
      throw new IllegalArgumentException("no edition. Give this map's own.");
    }
  }

  /// The history of a map that no other came before.
  ///
  /// @param day of the map
  /// @param quality of its places
  public static MapHistory first(
      @Nullable LocalDate day, int papers, List<Topic> topics, MapDescription.Quality quality) {
    return new MapHistory(
        List.of(new Edition(day, papers)),
        IntStream.range(0, topics.size()).mapToObj(i -> first(i, topics.get(i))).toList(),
        List.of(),
        topics.size(),
        new Fit(1, quality.neighborsKept(), quality.trustworthiness()),
        "");
  }

  private static TopicHistory first(int number, Topic topic) {
    return new TopicHistory(
        number + 1,
        number,
        -1,
        1,
        topic.name(),
        "",
        topic.papers().size(),
        0,
        0,
        0,
        0,
        List.of(),
        List.of(),
        List.of());
  }

  /// The number of this map in its chain, from 1.
  public int edition() {
    return editions.size();
  }

  /// The day of this map.
  public @Nullable LocalDate day() {
    return editions.getLast().day();
  }

  /// The day of the map before this one; null where there is none or it had no day.
  public @Nullable LocalDate earlierDay() {
    return editions.size() < 2 ? null : editions.get(editions.size() - 2).day();
  }

  /// Whether a paper is new on this map, and the map is not the first.
  ///
  /// @param edition that had it first
  public boolean isNew(int edition) {
    return editions.size() > 1 && edition == editions.size();
  }
}
