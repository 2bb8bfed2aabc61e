package org.papermap.embed.internal.engine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.papermap.math.LinearCombination;
import org.papermap.math.UnitLength;

/// Splits texts into the pieces that go through a model, and joins their vectors: that of a text of
/// several pieces is their mean, scaled to unit length. Sums are in the order of the pieces.
final class TextPieces {
  private final List<List<TokenizedText>> texts;
  private final int dimension;
  private final VectorSink sink;
  private final List<TokenizedText> pieces = new ArrayList<>();

  /// The text that each piece belongs to, and each text's first piece.
  private final List<Integer> textOf = new ArrayList<>();

  private final int[] firstOf;

  /// The vectors of pieces whose text is incomplete.
  private final Map<Integer, float[]> waiting = new HashMap<>();

  private final int[] missing;

  /// @param sink takes the texts' vectors
  TextPieces(List<List<TokenizedText>> texts, int dimension, VectorSink sink) {
    this.texts = texts;
    this.dimension = dimension;
    this.sink = sink;
    this.firstOf = new int[texts.size()];
    this.missing = new int[texts.size()];
    for (int text = 0; text < texts.size(); text++) {
      List<TokenizedText> parts = texts.get(text);
      firstOf[text] = pieces.size();
      missing[text] = parts.size();
      pieces.addAll(parts);
      textOf.addAll(Collections.nCopies(parts.size(), text));
    }
  }

  /// The pieces of all texts.
  List<TokenizedText> all() {
    return pieces;
  }

  /// Takes the vectors of some pieces, and passes on those of the texts that are now complete.
  void accept(int[] numbers, float[] vectors) throws IOException {
    List<Integer> complete = new ArrayList<>();
    for (int i = 0; i < numbers.length; i++) {
      float[] vector = new float[dimension];
      System.arraycopy(vectors, i * dimension, vector, 0, dimension);
      waiting.put(numbers[i], vector);
      int text = textOf.get(numbers[i]);
      missing[text]--;
      if (missing[text] == 0) {
        complete.add(text);
      }
    }
    if (!complete.isEmpty()) {
      handOn(complete);
    }
  }

  private void handOn(List<Integer> complete) throws IOException {
    int[] rows = new int[complete.size()];
    int[] lengths = new int[complete.size()];
    float[] joined = new float[complete.size() * dimension];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = complete.get(i);
      lengths[i] = texts.get(rows[i]).getFirst().fullLength();
      join(rows[i], joined, i * dimension);
    }
    sink.accept(rows, joined, lengths);
  }

  private void join(int text, float[] into, int at) {
    int first = firstOf[text];
    int count = texts.get(text).size();
    if (count == 1) {
      System.arraycopy(taken(first), 0, into, at, dimension);
      return;
    }
    double[] sum = new double[dimension];
    for (int piece = first; piece < first + count; piece++) {
      LinearCombination.add(sum, taken(piece));
    }
    UnitLength.put(sum, into, at);
  }

  private float[] taken(int piece) {
    float[] vector = waiting.remove(piece);
    if (vector == null) {
      throw new AssertionError("piece " + piece + " was handed on before it came");
    }
    return vector;
  }
}
