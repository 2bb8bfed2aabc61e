package org.papermap.bench;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.huggingface.tokenizers.jni.CharSpan;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.papermap.files.CacheFolder;

/// The tokenizer of the peers, and texts cut to the limit beforehand so that no peer cuts them.
final class TokenLimit implements AutoCloseable {
  private final HuggingFaceTokenizer tokenizer;

  private TokenLimit(HuggingFaceTokenizer tokenizer) {
    this.tokenizer = tokenizer;
  }

  static TokenLimit open() throws IOException {
    if (System.getProperty("DJL_CACHE_DIR") == null) {
      System.setProperty("DJL_CACHE_DIR", CacheFolder.standard().resolve("engine").toString());
    }
    try (InputStream json = Peers.resource("all-minilm-l6-v2-tokenizer.json")) {
      Map<String, String> plain = Map.of("truncation", "false", "padding", "false");
      return new TokenLimit(HuggingFaceTokenizer.newInstance(json, plain));
    }
  }

  long[] ids(String text) {
    return tokenizer.encode(text).getIds();
  }

  /// The longest beginning of a text, to a token, that has no more tokens than the limit.
  String cut(String text, int tokens) {
    String cut = text.strip();
    // A word that is cut may have one token more than before.
    for (int limit = tokens; ids(cut).length > tokens; limit--) {
      Encoding encoding = tokenizer.encode(cut);
      CharSpan last = encoding.getCharTokenSpans()[limit - 2];
      cut = cut.substring(0, cut.offsetByCodePoints(0, last.getEnd())).strip();
    }
    return cut;
  }

  @Override
  public void close() {
    tokenizer.close();
  }
}
