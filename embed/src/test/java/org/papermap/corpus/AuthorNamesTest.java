package org.papermap.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthorNamesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          A                                    | A
          Ann Lee, Bob Ray and Cy Wu           | Ann Lee/Bob Ray/Cy Wu
          Ann Lee, Bob Ray, and Cy Wu          | Ann Lee/Bob Ray/Cy Wu
          Lee, Ann; Ray, Bob                   | Lee, Ann/Ray, Bob
          Lee, Ann; and Ray, Bob; et al.       | Lee, Ann/Ray, Bob
          Lee, Ann and Ray, Bob and Wu, Cy     | Lee, Ann/Ray, Bob/Wu, Cy
          Lee, Ann                             | Lee, Ann
          Ann Lee, Bob Ray                     | Ann Lee/Bob Ray
          Beatriz Lee, Bob Ray                 | Beatriz Lee/Bob Ray
          Alexander Anderson                   | Alexander Anderson
          García Márquez, Gabriel José         | García Márquez, Gabriel José
          Smith, John, Jones, Mary             | Smith, John/Jones, Mary
          Lind, Ada,Moreau, Jo                 | Lind, Ada/Moreau, Jo
          Lind, A., Moreau, J. B.              | Lind, A./Moreau, J. B.
          van der Berg, Anna and Müller, Jo    | van der Berg, Anna/Müller, Jo
          van der Berg, Anna Maria             | van der Berg, Anna Maria
          Lind A, Moreau J, Xu K               | Lind A/Moreau J/Xu K
          Lind A, Moreau J                     | Lind A/Moreau J
          Lind A, Moreau J, Xu K.              | Lind A/Moreau J/Xu K
          Lind A.; Moreau J.                   | Lind A./Moreau J.
          Nkosi, Jo; Quinn III, Robert B.      | Nkosi, Jo/Quinn III, Robert B.
          Lind, A.; Moreau, J.                 | Lind, A./Moreau, J.
          Ada Henríquez, Jo Lim and Kim Park   | Ada Henríquez/Jo Lim/Kim Park
          García Márquez, Ana and Jo Lind      | García Márquez, Ana/Jo Lind
          Ada Lind & Jo Moreau                 | Ada Lind/Jo Moreau
          The ATLAS Collaboration              | The ATLAS Collaboration
          ['Ada Lind', 'Jo Moreau']            | Ada Lind/Jo Moreau
          ["Ada Lind","Jo Moreau"]             | Ada Lind/Jo Moreau
          ["Ada O'Lind", 'Jo O'Moreau']        | Ada O'Lind/Jo O'Moreau
          [{'name': 'Ada Lind'}, {'name': 'Jo Moreau'}] | Ada Lind/Jo Moreau
          Ada Lind / Jo Moreau                 | Ada Lind/Jo Moreau
          Lind, Ada, Jr.                       | Lind, Ada, Jr.
          Ada Lind and others                  | Ada Lind
          Ada Lind et al.                      | Ada Lind
          Ada Lind et.al.                      | Ada Lind
          Lind A, Moreau J; The Knot Group     | Lind A/Moreau J/The Knot Group
          Lind, A.; Moreau, J.                 | Lind, A./Moreau, J.
          Lind, Ada (57200000001); Moreau, Jo (57200000002) | Lind, Ada/Moreau, Jo
          王伟, 李娜                            | 王伟/李娜
          王伟；李娜                            | 王伟/李娜
          王伟，李娜                            | 王伟/李娜
          Ada Lind (University of Bergen), Jo Moreau (Lab, Lyon) | Ada Lind/Jo Moreau
          Ada (Addie) Lind, Jo Moreau          | Ada (Addie) Lind/Jo Moreau
          Lind, Ada [1]; Moreau, Jo [2,3]      | Lind, Ada/Moreau, Jo
          Ada Lind1,2, Jo Moreau3* and Kim Park² | Ada Lind/Jo Moreau/Kim Park
          """)
  void tells_the_names_in_a_list_apart(String text, String names) {
    assertThat(AuthorNames.of(text)).isEqualTo(Arrays.asList(names.split("/", -1)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Lind, Ada, 1870-1942    | Lind, Ada
          Lind, Ada, 1970-        | Lind, Ada
          Lind, Ada [1870-1942]   | Lind, Ada
          Lind, Ada, 1870?-1942.  | Lind, Ada
          Ada Lind 0001           | Ada Lind
          Group 1970-1980 of Lund | Group 1970-1980 of Lund
          Lind, Ada               | Lind, Ada
          """)
  void leaves_out_when_somebody_lived(String name, String bare) {
    assertThat(AuthorNames.withoutLife(name)).isEqualTo(bare);
  }

  @Test
  void names_that_stand_a_line_each_are_several() {
    assertThat(AuthorNames.onOneLine("Ada Lind\r\nJo Moreau\n")).isEqualTo("Ada Lind; Jo Moreau");
    assertThat(AuthorNames.onOneLine("Lind, Ada\nMoreau, Jo")).isEqualTo("Lind, Ada; Moreau, Jo");
    assertThat(AuthorNames.onOneLine("Ada Lind, Jo\nMoreau")).isEqualTo("Ada Lind, Jo\nMoreau");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {"Ada Lind|Jo Moreau; Ada Lind/Jo Moreau"})
  void knows_bars_between_names(String text, String names) {
    assertThat(AuthorNames.of(text)).isEqualTo(Arrays.asList(names.split("/", -1)));
  }
}
