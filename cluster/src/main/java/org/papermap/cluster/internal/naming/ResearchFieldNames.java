package org.papermap.cluster.internal.naming;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.papermap.math.DotProduct;
import org.papermap.math.LinearCombination;
import org.papermap.math.PrincipalAxes;
import org.papermap.vectors.EmbeddingMatrix;

/// Names groups by fields of research. Each paper counts for the field whose vector is nearest; a
/// group gets the name of a field if its papers and those of the field are largely the same, and
/// more so than with the phrase that would name it. Only large groups have one: of few papers a
/// field is easily had by chance. Figures: `cluster/docs/naming.md`.
public final class ResearchFieldNames {
  /// A group of fewer papers gets no field's name.
  public static final int FEWEST_PAPERS = 50;

  /// The least Dice coefficient of the papers of a group and of a field.
  private static final double LEAST_DICE = 0.4;

  /// The least ratio of that coefficient to the one with the papers that have the phrase.
  private static final double CLEARLY_BETTER = 1.25;

  /// From this coefficient on it is enough that the phrase's is no greater.
  private static final double SURE = 0.6;

  /// A wider field has a coefficient that is so many times greater, or the narrower one names the
  /// group: of papers on imaging that are all of computer science among physics, it says more.
  private static final double WIDER = 1.25;

  /// The least share of the papers of a wider field that a group of its name has: two groups that
  /// halve computer science are not both, nor one of them, computer science.
  private static final double LEAST_OF_WIDER = 0.6;

  /// Words that begin with as many equal letters are of one stem.
  private static final int STEM = 6;

  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]+");

  /// The names of the fields, then those of the wider fields.
  private final List<String> names;

  /// For each field the numbers of its own name and of the wider fields' names.
  private final int[][] namesOf;

  /// The field of each paper.
  private final int[] nearest;

  /// For each name its papers.
  private final int[] papers;

  private final EmbeddingMatrix vectors;

  /// The vectors of the fields' texts.
  private final float[][] places;

  private ResearchFieldNames(
      List<String> names,
      int[][] namesOf,
      int[] nearest,
      EmbeddingMatrix vectors,
      float[][] places) {
    this.vectors = vectors;
    this.places = places;
    this.names = names;
    this.namesOf = namesOf;
    this.nearest = nearest;
    this.papers = counts(IntStream.range(0, nearest.length).toArray());
  }

  /// A group of papers that may be named by a field.
  ///
  /// @param number by which the caller knows it
  /// @param rows its papers
  /// @param around the papers of the group that it is a part of; none where there is none. A field
  ///   that fits those better does not name the part
  /// @param phrase the name that it has from phrases; empty for none
  /// @param dice of its papers and those that have the phrase
  public record Group(int number, int[] rows, int[] around, String phrase, double dice) {}

  /// @param fit the Dice coefficient of its papers and the field's; less for a wider field
  private record Claim(Group group, String name, double fit) {}

  /// @param vectors of the papers
  /// @param encoded the vectors of the fields' texts
  public static ResearchFieldNames of(
      EmbeddingMatrix vectors, List<ResearchField> fields, EmbeddingMatrix encoded) {
    List<String> names = new ArrayList<>(fields.stream().map(ResearchField::name).toList());
    int[][] namesOf = new int[fields.size()][];
    for (int field = 0; field < namesOf.length; field++) {
      List<Integer> numbers = new ArrayList<>(List.of(field));
      for (String wide : fields.get(field).wider()) {
        if (!names.contains(wide)) {
          names.add(wide);
        }
        numbers.add(names.indexOf(wide));
      }
      namesOf[field] = numbers.stream().mapToInt(Integer::intValue).toArray();
    }
    int[] nearest = new int[vectors.rows()];
    float[][] places = new float[encoded.rows()][];
    Arrays.setAll(places, encoded::row);
    Arrays.parallelSetAll(nearest, row -> nearest(vectors, row, places));
    return new ResearchFieldNames(List.copyOf(names), namesOf, nearest, vectors, places);
  }

  private static int nearest(EmbeddingMatrix vectors, int row, float[][] fields) {
    int nearest = 0;
    float most = Float.NEGATIVE_INFINITY;
    for (int field = 0; field < fields.length; field++) {
      float cosine = vectors.similarity(row, fields[field]);
      if (cosine > most) {
        most = cosine;
        nearest = field;
      }
    }
    return nearest;
  }

  /// The groups that are better named by a field, each with its name. A name goes to the group that
  /// it fits best, and to none beside one whose phrase says the same.
  ///
  /// @param groups of one level
  /// @param given names, folded, that must not be given again
  public Map<Integer, String> names(List<Group> groups, Set<String> given) {
    List<Claim> claims = new ArrayList<>();
    List<double[]> middles = groups.stream().map(this::middle).toList();
    for (int group = 0; group < groups.size(); group++) {
      addClaims(groups.get(group), middles.get(group), middles, claims);
    }
    // The sort is stable: ties go by group, then to the narrower name.
    claims.sort(Comparator.comparingDouble(Claim::fit).reversed());
    Map<Integer, String> chosen = new HashMap<>();
    for (Claim claim : claims) {
      boolean free =
          !given.contains(NameRules.folded(claim.name()))
              && !chosen.containsValue(claim.name())
              && !chosen.containsKey(claim.group().number());
      if (free && groups.stream().noneMatch(other -> saysTheSame(other, claim, chosen))) {
        chosen.put(claim.group().number(), claim.name());
      }
    }
    return chosen;
  }

  private void addClaims(Group group, double[] middle, List<double[]> others, List<Claim> claims) {
    if (group.rows().length < FEWEST_PAPERS) {
      return;
    }
    int[] inside = counts(group.rows());
    double[] dice = dice(group.rows().length, inside);
    double[] around = dice(group.around().length, counts(group.around()));
    for (int name = 0; name < dice.length; name++) {
      double atLeast = dice[name] >= SURE ? group.dice() : CLEARLY_BETTER * group.dice();
      if (dice[name] >= Math.max(LEAST_DICE, atLeast)
          && dice[name] >= around[name]
          && (name < namesOf.length
              ? isNearest(middle, others, places[name])
              : inside[name] >= LEAST_OF_WIDER * papers[name])) {
        double fit = name < namesOf.length ? dice[name] : dice[name] / WIDER;
        claims.add(new Claim(group, names.get(name), fit));
      }
    }
  }

  /// Whether no other group's papers lie nearer to a field, on average: of papers on vision and
  /// language many count for the processing of language, but beside some on language they are not
  /// that.
  private static boolean isNearest(double[] middle, List<double[]> others, float[] field) {
    double[] place = new double[field.length];
    LinearCombination.add(place, field);
    double own = DotProduct.of(middle, place);
    return others.stream().noneMatch(other -> DotProduct.of(other, place) > own);
  }

  /// The mean of the papers' vectors: its product with a field's vector is the mean of theirs.
  private double[] middle(Group group) {
    int[] rows = group.rows();
    return PrincipalAxes.mean(rows.length, vectors.dimension(), i -> vectors.row(rows[i]));
  }

  /// The Dice coefficient of some papers and those of each name.
  ///
  /// @param inside for each name how many of them count for it
  private double[] dice(int size, int[] inside) {
    double[] dice = new double[inside.length];
    for (int name = 0; name < dice.length; name++) {
      dice[name] = 2.0 * inside[name] / Math.max(1, size + papers[name]);
    }
    return dice;
  }

  /// Whether another group keeps a phrase that has all words of the name, or fewer of them.
  private static boolean saysTheSame(Group other, Claim claim, Map<Integer, String> chosen) {
    if (other == claim.group() || chosen.containsKey(other.number())) {
      return false;
    }
    Set<String> phrase = stems(other.phrase());
    Set<String> name = stems(claim.name());
    return !phrase.isEmpty() && (phrase.containsAll(name) || name.containsAll(phrase));
  }

  private static Set<String> stems(String name) {
    return NO_LETTERS
        .splitAsStream(name.toLowerCase(Locale.ROOT))
        .filter(word -> !word.isEmpty())
        .map(word -> word.substring(0, Math.min(STEM, word.length())))
        .collect(Collectors.toSet());
  }

  /// For each name how many of some papers count for it.
  private int[] counts(int[] rows) {
    int[] counts = new int[names.size()];
    for (int row : rows) {
      for (int name : namesOf[nearest[row]]) {
        counts[name]++;
      }
    }
    return counts;
  }
}
