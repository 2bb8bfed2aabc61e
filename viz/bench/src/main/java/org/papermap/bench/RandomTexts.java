package org.papermap.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Texts of random words and lengths.
final class RandomTexts {
  private static final List<String> WORDS =
      List.of(
          ("we study the limits of language models that plan and retrieve evidence from graphs with"
                  + " few labels image video speech robot policy reward diffusion attention memory"
                  + " cache token alignment safety benchmark transfer sparse quantum protein Größe"
                  + " 语言 3.14 O(n²) state-of-the-art antidisestablishmentarianism ∑ 🙂")
              .split(" "));

  private RandomTexts() {}

  /// As many short texts as long ones: the number of words is even on the scale of its logarithm.
  static List<String> next(SplittableRandom random, int count, int mostWords) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int words = (int) Math.exp(random.nextDouble() * Math.log(mostWords + 1));
      StringBuilder text = new StringBuilder();
      for (int j = 0; j < words; j++) {
        text.append(WORDS.get(random.nextInt(WORDS.size()))).append(' ');
      }
      texts.add(text.toString());
    }
    return texts;
  }
}
