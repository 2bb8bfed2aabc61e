package org.papermap.embed.internal.engine;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Texts on which tokenizers and models have been seen to go wrong.
public final class SampleTexts {
  public static final String HAPPY = "That is a happy person";

  static final List<String> AWKWARD =
      List.of(
          "",
          " ",
          "\t\n\u00a0",
          "a",
          HAPPY,
          "你好，世界。扩散模型用于图像生成。",
          "مرحبا بالعالم",
          "Ünïcödé ñ ç ß — “quotes” … ﬁ",
          "🙂 🚀👩‍👩‍👧‍👦 emoji only 🇩🇪",
          "nul \u0000 and bell \u0007",
          "</script><b>markup</b> & entities &amp;",
          "x".repeat(5000),
          "We study diffusion models. ".repeat(40),
          words(254),
          words(255),
          words(600));

  private SampleTexts() {}

  /// A text of this many tokens, special ones left out: each word is one token of the vocabulary.
  public static String words(int count) {
    List<String> vocabulary = List.of("model", "image", "language", "the", "of", "graph", "data");
    return IntStream.range(0, count)
        .mapToObj(i -> vocabulary.get(i * 5 % vocabulary.size()))
        .collect(Collectors.joining(" "));
  }
}
