package org.papermap.cluster.internal.naming;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.papermap.vectors.EmbeddingMatrix;

class ResearchFieldNamesTest {
  private static final List<ResearchField> FIELDS =
      List.of(
          new ResearchField("Optics", List.of("Physics"), "optics: light"),
          new ResearchField("Soft matter", List.of("Physics"), "soft matter: gels"),
          new ResearchField("Topology", List.of(), "topology: spaces"));

  /// 60 papers beside each field's vector, in the order of the fields.
  private static final ResearchFieldNames NAMES = ResearchFieldNames.of(papers(), FIELDS, axes());

  private static EmbeddingMatrix axes() {
    return EmbeddingMatrix.of(new float[] {1, 0, 0, 0, 1, 0, 0, 0, 1}, 3);
  }

  private static EmbeddingMatrix papers() {
    float[] values = new float[180 * 3];
    for (int row = 0; row < 180; row++) {
      for (int j = 0; j < 3; j++) {
        values[3 * row + j] = j == row / 60 ? 1 : 0.3f;
      }
    }
    return EmbeddingMatrix.normalized(values, 3);
  }

  private static int[] rows(int from, int to) {
    return IntStream.range(from, to).toArray();
  }

  private static ResearchFieldNames.Group group(
      int number, int[] rows, String phrase, double dice) {
    return new ResearchFieldNames.Group(number, rows, new int[0], phrase, dice);
  }

  @Test
  void a_group_that_is_a_field_gets_its_name() {
    List<ResearchFieldNames.Group> groups =
        List.of(
            group(4, rows(0, 60), "Lasers", 0.5),
            group(5, rows(120, 180), "Knots", 0.7),
            group(6, rows(60, 120), "", 0));

    assertThat(NAMES.names(groups, Set.of()))
        .isEqualTo(Map.of(4, "Optics", 5, "Topology", 6, "Soft matter"));
  }

  @Test
  void a_group_of_several_fields_gets_the_name_of_the_wider_one() {
    assertThat(NAMES.names(List.of(group(0, rows(0, 120), "Light", 0.5)), Set.of()))
        .isEqualTo(Map.of(0, "Physics"));
  }

  /// Of 90 papers on physics 60 are on optics: Dice coefficients of .86 and .8.
  @Test
  void a_wider_field_that_fits_little_better_leaves_its_place_to_the_narrower_one() {
    assertThat(NAMES.names(List.of(group(0, rows(0, 90), "Light", 0.5)), Set.of()))
        .isEqualTo(Map.of(0, "Optics"));
  }

  /// 68 of the 120 papers on physics are less than three fifths.
  @Test
  void half_of_a_wider_field_is_not_named_after_it() {
    int[] mixed = IntStream.concat(IntStream.range(0, 34), IntStream.range(60, 94)).toArray();

    assertThat(NAMES.names(List.of(group(0, mixed, "Light", 0.1)), Set.of()))
        .isEqualTo(Map.of(0, "Optics"));
  }

  @Test
  void a_phrase_that_fits_as_well_stays() {
    // Of 100 papers 60 are on optics: a Dice coefficient of .75.
    int[] rows = rows(0, 100);

    assertThat(NAMES.names(List.of(group(0, rows, "Lasers", 0.95)), Set.of())).isEmpty();
    assertThat(NAMES.names(List.of(group(0, rows, "Lasers", 0.74)), Set.of())).hasSize(1);
  }

  @Test
  void few_papers_a_name_that_is_given_and_one_that_a_neighbor_has_get_none() {
    assertThat(NAMES.names(List.of(group(0, rows(120, 169), "Knots", 0.1)), Set.of())).isEmpty();
    assertThat(NAMES.names(List.of(group(0, rows(120, 180), "Knots", 0.1)), Set.of("topology")))
        .isEmpty();
    assertThat(
            NAMES.names(
                List.of(
                    group(0, rows(120, 180), "Knots", 0.1),
                    group(1, rows(0, 20), "Topology & knots", 0.9)),
                Set.of()))
        .isEmpty();
  }

  @Test
  void a_field_that_fits_the_area_better_does_not_name_a_part_of_it() {
    ResearchFieldNames.Group part =
        new ResearchFieldNames.Group(0, rows(120, 175), rows(120, 180), "Knots", 0.1);

    assertThat(NAMES.names(List.of(part), Set.of())).isEmpty();
  }

  /// 40 papers on optics and 20 on topology, a Dice coefficient of .67, beside 20 on optics alone.
  @Test
  void a_field_that_another_groups_papers_lie_nearer_to_does_not_name_a_group() {
    int[] mixed = IntStream.concat(IntStream.range(0, 40), IntStream.range(120, 140)).toArray();
    ResearchFieldNames.Group large = group(0, mixed, "Light", 0.1);
    ResearchFieldNames.Group small = group(1, rows(40, 60), "Lasers", 0.5);

    assertThat(NAMES.names(List.of(large), Set.of())).isEqualTo(Map.of(0, "Optics"));
    assertThat(NAMES.names(List.of(large, small), Set.of())).isEmpty();
  }

  @Test
  void a_name_goes_to_the_group_that_it_fits_best() {
    List<ResearchFieldNames.Group> halves =
        List.of(group(0, rows(120, 175), "Knots", 0.1), group(1, rows(110, 180), "Spaces", 0.1));

    assertThat(NAMES.names(halves, Set.of())).isEqualTo(Map.of(0, "Topology"));
  }

  @Test
  void every_field_has_a_name_that_fits_on_a_map_and_tells_more_to_the_model() {
    assertThat(ResearchField.all()).hasSizeGreaterThan(90);
    assertThat(ResearchField.all()).extracting(ResearchField::name).doesNotHaveDuplicates();
    assertThat(ResearchField.all())
        .allSatisfy(field -> {
          assertThat(field.name()).hasSizeLessThanOrEqualTo(NameRules.LONGEST_NAME);
          assertThat(field.text()).startsWith(field.name().replace("&", "and") + ": ");
          assertThat(field.text().length()).isGreaterThan(field.name().length() + 10);
        });
  }
}
