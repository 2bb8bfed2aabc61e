package org.papermap.embed.internal.formats;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tells papers from other English prose under short lines: novels, manuals, change logs. Their
/// texts hardly have the words of research (`propose`, `results`, `method`), and their short lines
/// are no titles: of 17,475 abstracts of three collections 99.1 % have two of these words or more,
/// of 641 such texts 22 %.
public final class Prose {
  private static final Pattern WORDS =
      Pattern.compile(
          "\\b(?:we|our|this (?:paper|work|study|article|essay|thesis|review|letter|survey|chapter"
              + "|report|book)|the (?:paper|article|essay|authors?|study)|argu(?:e[sd]?|ments?)"
              + "|propos\\w+|presents?|presented|introduce[sd]?|investigat\\w+|stud(?:y|ies|ied)"
              + "|analy[sz]\\w+|results?|method(?:s|ology)?|approach\\w*|model(?:s|l?ed|l?ing)?"
              + "|experiment\\w*|evaluat\\w+|demonstrat\\w+|show[sn]?|showed|findings?|finds?|found"
              + "|prove[sdn]?|theor\\w+|algorithms?|research\\w*|data(?:sets?)?|significant(?:ly)?"
              + "|observed?|observations?|measur\\w+|compar(?:ed?|ing|isons?)|estimat\\w+"
              + "|hypothes\\w+|conclu\\w+|survey\\w*|framework|learning|performance|review"
              + "|equations?|conjecture|effects?|discuss\\w*|describe[sd]?|explore[sd]?"
              + "|examin\\w+|provide[sd]?|suggest\\w*|derive[sd]?|simulat\\w+|obtain\\w*"
              + "|develop(?:ed|s|ment)?|novel|patients?|participants?)\\b",
          Pattern.CASE_INSENSITIVE);

  /// How a text begins that is a list of points.
  private static final Pattern POINT = Pattern.compile("[*+•-] ");

  private static final Pattern WORD = Pattern.compile("\\p{L}+");
  private static final Set<String> ENGLISH = Set.of("the", "of", "and");

  /// One word in as many is one of these in English.
  private static final int ENGLISH_SHARE = 25;

  private static final int SHORTEST = 120;
  private static final int FEWEST = 2;

  /// Abstracts of so few letters may lack these words.
  private static final int BRIEF = 200;

  private static final int SHORT_TITLE = 3;
  private static final int SAMPLE = 100;

  /// What of a word tells it from others: `propose` and `proposed` are one.
  private static final int STEM = 5;

  /// What only licences, change logs and letters have in a line.
  private static final Pattern OF_OTHERS =
      Pattern.compile(
          "(?i)(?:\\(c\\)|©|copyright) .*|(?:files|licen[cs]e|subject|from):"
              + " .*|.*[\\w.]+@[\\w-]+\\.\\w.*|.*[=({\\[]|.*(?:urgency=|\\(closes: |all rights"
              + " reserved).*|(?:\\w+ )?v?\\d+(?:\\.\\d+)+\\b.*");

  private static final Pattern UNLIKE_TITLES =
      Pattern.compile(
          "[\\p{Ll}•*+—–-].*|.*[.!:;,]|.*\\b(?i:my|your|do i|can"
              + " i)\\b.*|.*(?:[{}=<>]|\\w\\(\\)|::|--|https?:).*");

  /// Words of job offers, manuals, courses, news and recipes. Of 16,118 abstracts of two
  /// collections 0.2 % have two of them.
  private static final Pattern WORDS_OF_OTHERS =
      Pattern.compile(
          "\\b(?:you|your|yours|yourself|please|applicants?|candidates?"
              + " (?:must|should|will)|salar(?:y|ies)|apply (?:now|here|online|by)|to apply|we"
              + " (?:offer|seek)|looking for|opening hours|deadline for|the"
              + " position|(?:full|part)-?time|curriculum vitae|cover"
              + " letter|referees|holidays?|warranty|guarantee of|the manufacturer|press"
              + " the|click|the menu|button|instructions|this manual|install(?:ed|ation)?"
              + " the|plug|(?:this|the) course|credits|students"
              + " (?:learn|will)|examination|congratulat\\w+|the jury|the"
              + " minister|(?:two|three|four|five|ten|twenty|thirty|forty|fifty)"
              + " (?:minutes|hundred|euros|litres?)|bake|stir|simmer|season with|let"
              + " (?:it|the))\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern FEW_WORDS = Pattern.compile("\\S+(?:\\s+\\S+)?");
  private static final Pattern WIDE = Pattern.compile("\\p{Lo}{3,}");

  /// What sites say of themselves at the head or the foot of each page.
  private static final List<String> BOILERPLATE =
      List.of(
          "Open Access versions, provided by",
          "All persons copying this information",
          "use cookies",
          "uses cookies",
          "accept cookies",
          "By clicking",
          "By continuing to");

  private Prose() {}

  /// Whether the text is what sites say of themselves at the head or the foot of each page.
  public static boolean isBoilerplate(String text) {
    return BOILERPLATE.stream().anyMatch(text::contains);
  }

  /// Of the first papers: whether half of the titles are lines of other texts, or of the texts
  /// lists of points, or the titles are unlike titles above texts that tell of no research.
  public static boolean isIn(List<String> titles, List<String> texts) {
    return titles.size() > SAMPLE
        ? isIn(titles.subList(0, SAMPLE), texts.subList(0, Math.min(SAMPLE, texts.size())))
        : isProse(titles, texts);
  }

  private static boolean isProse(List<String> titles, List<String> texts) {
    long others = titles.stream().filter(title -> OF_OTHERS.matcher(title).matches()).count();
    long unlike = titles.stream().filter(Prose::isUnlikeTitle).count();
    long points = texts.stream().filter(text -> POINT.matcher(text).lookingAt()).count();
    boolean brief = texts.stream().mapToInt(String::length).max().orElse(0) < BRIEF;
    long foreign = texts.stream().filter(Prose::isOfOthers).count();
    return (others > 0 && 2 * others >= titles.size())
        || (foreign > 0 && 2 * foreign >= texts.size())
        || (points > 0 && 2 * points >= texts.size())
        || (areShort(titles)
            && texts.stream().noneMatch(text -> areIn(text, 1))
            && isWithoutResearch(texts))
        || (unlike > 0
            && !brief
            && 2 * unlike >= titles.size()
            && isWithoutResearch(texts, FEWEST));
  }

  /// Whether all titles have three words at most.
  private static boolean areShort(List<String> titles) {
    return titles.stream()
        .allMatch(
            title -> title.split("\\s+", -1).length <= SHORT_TITLE && !WIDE.matcher(title).find());
  }

  private static boolean isUnlikeTitle(String title) {
    boolean few = FEW_WORDS.matcher(title).matches() && !WIDE.matcher(title).find();
    return few || UNLIKE_TITLES.matcher(title).matches();
  }

  /// Whether half of the English texts have fewer than two such words. Texts in other languages and
  /// short ones tell nothing.
  public static boolean isWithoutResearch(List<String> texts) {
    return isWithoutResearch(texts, FEWEST);
  }

  /// Whether half of the English texts have no such word at all.
  public static boolean tellsNothing(List<String> texts) {
    return isWithoutResearch(texts, 1);
  }

  private static boolean isWithoutResearch(List<String> texts, int fewest) {
    List<String> english =
        texts.stream()
            .limit(SAMPLE)
            .filter(text -> text.length() >= SHORTEST && isEnglish(text))
            .toList();
    long without = english.stream().filter(text -> !areIn(text, fewest)).count();
    return without > 0 && 2 * without >= english.size();
  }

  private static boolean isEnglish(String text) {
    long all = 0;
    long known = 0;
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      all++;
      known += ENGLISH.contains(word.group().toLowerCase(Locale.ROOT)) ? 1 : 0;
    }
    return known * ENGLISH_SHARE >= all;
  }

  private static boolean areIn(String text, int fewest) {
    return areIn(text, fewest, WORDS);
  }

  private static boolean isOfOthers(String text) {
    return text.length() >= SHORTEST && areIn(text, FEWEST, WORDS_OF_OTHERS);
  }

  private static boolean areIn(String text, int fewest, Pattern words) {
    Set<String> stems = new HashSet<>();
    Matcher word = words.matcher(text);
    while (word.find() && stems.size() < fewest) {
      String found = word.group().toLowerCase(Locale.ROOT);
      stems.add(found.substring(0, Math.min(STEM, found.length())));
    }
    return stems.size() >= fewest;
  }
}
