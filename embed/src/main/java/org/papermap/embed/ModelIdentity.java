package org.papermap.embed;

import java.util.Locale;
import org.papermap.embed.weights.LinearKernel;
import org.papermap.embed.weights.ModelStore;

/// Spells out what decides the vector of a text.
final class ModelIdentity {
  private static final int HASH_DIGITS = 16;

  private ModelIdentity() {}

  static String of(ModelSpec model, LinearKernel kernel) {
    return String.format(
        Locale.ROOT,
        "%s weights=%s tokenizer=%s pooling=%s tokens=%d query=\"%s\" passage=\"%s\" dtype=float32"
            + " kernel=%s importer=%d",
        model.name(),
        model.weights().sha256().substring(0, HASH_DIGITS),
        model.tokenizer().sha256().substring(0, HASH_DIGITS),
        model.pooling().name().toLowerCase(Locale.ROOT),
        model.maxTokens(),
        model.queryPrefix(),
        model.passagePrefix(),
        kernel.label(),
        ModelStore.IMPORTER_VERSION);
  }
}
