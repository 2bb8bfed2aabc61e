package org.papermap.model;

import java.util.Locale;

/// Spells out what decides the vector of a text.
///
/// Two kernels give the same vectors but for rounding, a cosine of 1 to six digits, just as two
/// processors do with the same kernel. So the kernel is no part of what an index or a map is
/// compared by, and either can be used on a machine that lacks the kernel it was made with. It is
/// part of what a cache is known by: on one machine, the same input shall give the same bytes.
public final class ModelIdentity {
  private static final int HASH_DIGITS = 16;

  /// What marks the weights of a folder of the user's own, which no catalog need know.
  private static final String LOCAL = "local:";

  private ModelIdentity() {}

  /// The model's identity: equal ones give vectors that can be compared.
  public static String of(ModelSpec model) {
    return String.format(
        Locale.ROOT,
        "%s weights=%s tokenizer=%s pooling=%s tokens=%d query=\"%s\" passage=\"%s\" long=%s"
            + " dtype=%s importer=%d",
        model.name(),
        weights(model.weights()),
        model.tokenizer().sha256().substring(0, HASH_DIGITS),
        model.pooling().name().toLowerCase(Locale.ROOT),
        model.tokenLimit(),
        model.queryPrefix(),
        model.passagePrefix(),
        model.longTexts() == LongTexts.WINDOW ? "window" : "truncate",
        model.dtype().label(),
        model.published().importerVersion());
  }

  private static String weights(ModelFile file) {
    String hash = file.sha256().substring(0, HASH_DIGITS);
    return switch (file) {
      case PublishedFile _ -> hash;
      case LocalFile _ -> LOCAL + hash;
    };
  }

  public static boolean isLocal(String identity) {
    return identity.contains(" weights=" + LOCAL);
  }
}
