package org.papermap.embed.internal.engine;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.papermap.embed.internal.files.WellFormedText;
import org.papermap.model.ModelSpec;
import org.papermap.model.ModelSpec.LongTexts;

/// A model's tokenizer, with the model's token limit instead of that in its `tokenizer.json`. Safe
/// to use from any thread.
record TextTokenizer(HuggingFaceTokenizer tokenizer, int limit, LongTexts longTexts)
    implements AutoCloseable {
  static TextTokenizer open(Path file, ModelSpec model) throws IOException {
    EngineLibraries.load();
    HuggingFaceTokenizer tokenizer =
        EngineUse.inside(() ->
            HuggingFaceTokenizer.builder()
                .optTokenizerPath(file)
                // The whole text is tokenized, so that what the limit cuts off can be counted.
                .optTruncation(false)
                .optPadding(false)
                .build());
    return new TextTokenizer(tokenizer, model.tokenLimit(), model.longTexts());
  }

  /// What goes through the model for this text: one piece, unless it is long and read in windows.
  ///
  /// @throws UncheckedIOException if the process is ending
  List<TokenizedText> tokenize(String text) {
    Encoding encoding;
    try {
      encoding = EngineUse.inside(() -> tokenizer.encode(WellFormedText.of(text)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    long[] ids = encoding.getIds();
    List<long[]> pieces =
        switch (longTexts) {
          case TRUNCATE, FULL -> List.of(TokenWindows.first(ids, limit));
          case WINDOW -> TokenWindows.all(ids, limit);
        };
    return pieces.stream().map(piece -> new TokenizedText(piece, ids.length)).toList();
  }

  @Override
  public void close() {
    tokenizer.close();
  }
}
