package org.papermap.cluster.internal.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.jspecify.annotations.Nullable;

/// The short forms that papers define, as in "neural architecture search (NAS)". Long forms are
/// replaced by their short forms in every text, so that both count as one phrase, within longer
/// phrases too: "large language model agents" and "LLM agents".
public final class Abbreviations {
  private static final int[] NONE = {};

  private final List<Word> words;
  private final Map<String, LongForm> byShortForm = new HashMap<>();
  private final LongForms longForms;
  private final @Nullable LongForm[] definitions;
  private final AtomicIntegerArray spelled;
  private final AtomicIntegerArray abbreviated;
  private final AtomicIntegerArray named;
  private final Map<int[], LongForm> byNumbers = new IdentityHashMap<>();

  private Abbreviations(List<Word> words, Collection<LongForm> forms) {
    this.words = words;
    this.definitions = new LongForm[words.size()];
    this.spelled = new AtomicIntegerArray(words.size());
    this.abbreviated = new AtomicIntegerArray(words.size());
    this.named = new AtomicIntegerArray(words.size());
    this.longForms = new LongForms(words, forms);
    for (LongForm form : forms) {
      byShortForm.put(form.letters(), form);
      byNumbers.put(form.numbers(), form);
    }
    for (int i = 0; i < definitions.length; i++) {
      Word word = words.get(i);
      definitions[i] =
          AbbreviationDefinitions.isShortForm(word.text()) ? byShortForm.get(word.key()) : null;
    }
  }

  static Abbreviations of(List<Word> words, int[][] texts) {
    return new Abbreviations(words, AbbreviationDefinitions.of(words, texts).definitions());
  }

  /// A text with short forms in place of their long forms.
  int[] shorten(int[] text) {
    int[] shortened = new int[text.length];
    int length = 0;
    for (int at = 0; at < text.length; ) {
      LongForms.Found found = longForms.startingAt(text, at);
      if (found == null) {
        LongForm known = definitions[text[at]];
        if (known != null) {
          abbreviated.incrementAndGet(known.shortForm());
        }
        shortened[length++] = text[at++];
      } else {
        LongForm form = found.form();
        int began = at;
        at += found.words();
        Word last = words.get(text[at - 1]);
        boolean plural = last.text().length() > last.key().length();
        shortened[length++] = plural ? form.shortPlural() : form.shortForm();
        spelled.incrementAndGet(form.shortForm());
        // A definition may have capitals for its initials.
        boolean explained = at < text.length && words.get(text[at]).text().equals("(");
        if (!explained) {
          int vote = isName(text, began, at) ? 1 : -1;
          named.addAndGet(form.shortForm(), vote);
        }
      }
    }
    return Arrays.copyOf(shortened, length);
  }

  private boolean isName(int[] text, int from, int to) {
    for (int at = from; at < to; at++) {
      if (!Character.isUpperCase(words.get(text[at]).text().charAt(0))) {
        return false;
      }
    }
    return true;
  }

  /// Whether most papers write a long form with capitals, as a name, outside of its definition.
  ///
  /// @param longForm as [#longForm] gives it
  public boolean isName(int[] longForm) {
    LongForm form = byNumbers.get(longForm);
    return form != null && named.get(form.shortForm()) > 0;
  }

  /// Whether a word is a short form whose long form is used more often.
  public boolean isObscure(int word) {
    LongForm form = definitions[word];
    return form != null && spelled.get(form.shortForm()) > abbreviated.get(form.shortForm());
  }

  /// How often the texts have a word that is a short form, as it stands or as its long form; 0 for
  /// other words.
  public int uses(int word) {
    LongForm form = definitions[word];
    return form == null ? 0 : spelled.get(form.shortForm()) + abbreviated.get(form.shortForm());
  }

  /// The numbers of the words of a short form's long form; none for other words.
  public int[] longForm(int word) {
    LongForm form = definitions[word];
    return form == null ? NONE : form.numbers();
  }

  /// The stems of a phrase with its short forms spelled out.
  public Set<String> expandedStems(String key) {
    Set<String> stems = new HashSet<>();
    for (String part : key.split(" ", -1)) {
      LongForm form = byShortForm.get(part);
      stems.addAll(Word.stems(form == null ? part : form.key()));
    }
    return stems;
  }

  /// The key of the phrase in a short form's long form, if there is one.
  public Optional<String> longKey(String shortKey) {
    LongForm form = byShortForm.get(shortKey);
    int length = form == null ? 0 : form.phraseLength(words);
    return form == null || length == 0
        ? Optional.empty()
        : Optional.of(String.join(" ", form.keys().subList(0, length)));
  }

  /// Whether a word has a long form that can be a phrase of at most so many words.
  public boolean spelledOut(int word, int longest) {
    LongForm form = definitions[word];
    int length = form == null ? 0 : form.phraseLength(words);
    return length > 0 && length <= longest;
  }

  /// The more frequent text of a short form: its own, or that of its long form.
  public String usualText(int word) {
    LongForm form = definitions[word];
    boolean spells =
        form != null
            && form.phraseLength(words) == form.numbers().length
            && spelled.get(form.shortForm()) > abbreviated.get(form.shortForm());
    if (form == null || !spells) {
      return words.get(word).text();
    }
    List<String> texts = new ArrayList<>();
    for (int number : form.numbers()) {
      texts.add(words.get(number).text());
    }
    return String.join(" ", texts);
  }
}
