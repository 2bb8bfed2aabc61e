package org.papermap.embed;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/// A model's tokenizer, with the model's own limit in place of the one in its `tokenizer.json`
/// (which for MiniLM is another). Safe to use from any thread.
final class TextTokenizer implements AutoCloseable {
  private final HuggingFaceTokenizer tokenizer;
  private final int maxTokens;

  private TextTokenizer(HuggingFaceTokenizer tokenizer, int maxTokens) {
    this.tokenizer = tokenizer;
    this.maxTokens = maxTokens;
  }

  static TextTokenizer open(Path file, int maxTokens) throws IOException {
    EngineSettings.apply();
    HuggingFaceTokenizer tokenizer =
        HuggingFaceTokenizer.builder()
            .optTokenizerPath(file)
            // The whole text is tokenized, so that what the limit cuts off can be counted.
            .optTruncation(false)
            .optPadding(false)
            .build();
    return new TextTokenizer(tokenizer, maxTokens);
  }

  TokenizedText tokenize(String text) {
    Encoding encoding = tokenizer.encode(WellFormedText.of(text));
    long[] ids = encoding.getIds();
    return new TokenizedText(cut(ids), ids.length);
  }

  /// The first tokens, with the closing special token moved up behind them.
  private long[] cut(long[] ids) {
    if (ids.length <= maxTokens) {
      return ids;
    }
    long[] kept = Arrays.copyOf(ids, maxTokens);
    kept[maxTokens - 1] = ids[ids.length - 1];
    return kept;
  }

  @Override
  public void close() {
    tokenizer.close();
  }
}
