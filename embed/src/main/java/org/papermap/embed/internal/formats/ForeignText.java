package org.papermap.embed.internal.formats;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Tells the encodings of texts of other languages that are neither UTF-8 nor Windows-1252: all
/// bytes must be letters of the encoding, and many of the letters those that its language has most.
/// In the wrong encoding a text has hardly any of these.
final class ForeignText {
  private static final String KANA = "[\\u3041-\\u3096\\u30A1-\\u30FA\\u30FC]";
  private static final String OF_KOREAN = "[이다는의을를에가한하고은로지도서사기인자어대정리시해나수일제그과와적]";
  private static final String OF_RUSSIAN = "[оеаинтсрвлк]";
  private static final String OF_CHINESE = "[的一是在不了有和中大为為以用于於究研分析方法结結果本文对對与與及其可这這個个上下出到时時年我们們种種]";

  /// @param common letters that the language has most
  /// @param share the least share of all letters beyond ASCII
  private record Candidate(String charset, String common, double share) {}

  private static final List<Candidate> CANDIDATES =
      List.of(
          new Candidate("windows-31j", KANA, .25),
          new Candidate("EUC-JP", KANA, .25),
          new Candidate("x-windows-949", OF_KOREAN, .3),
          new Candidate("GB18030", OF_CHINESE, .1),
          new Candidate("Big5", OF_CHINESE, .1),
          new Candidate("windows-1251", OF_RUSSIAN, .5),
          new Candidate("KOI8-R", OF_RUSSIAN, .5),
          new Candidate("IBM866", OF_RUSSIAN, .5),
          new Candidate("windows-1255", "[יוהלאמרתבש]", .5),
          new Candidate("windows-1253", "[αοιετσνηυρπκ]", .5),
          new Candidate("windows-1256", "[اليمنروتبةعد]", .5));

  /// Single bytes of other languages that write with Latin letters.
  ///
  /// @param signs what the letters of the language are in Windows-1252, within words, where no
  ///   language that is written in it has two of them
  /// @param others what such a text has none of
  private record Accents(Pattern signs, Pattern others, String windows, String iso) {
    static Accents of(String signs, String others, String windows, String iso) {
      return new Accents(
          Pattern.compile("(?<=[\\p{L}" + signs + "])[" + signs + "](?=[\\p{L}" + signs + "])"),
          Pattern.compile("(?<=\\p{L})[" + others + "](?=\\p{L})"),
          windows,
          iso);
    }
  }

  private static final List<Accents> ACCENTS =
      List.of(
          // Polish and Romanian: ą ł ż ş, and as ISO has ą and ś.
          Accents.of("¹³¿º±¶", "ð", "windows-1250", "ISO-8859-2"),
          // Czech: ě and ř. No language that has ø has ì.
          Accents.of("ìø", "åæ", "windows-1250", "ISO-8859-2"),
          // Hungarian: ő and ű.
          Accents.of("õû", "ãåêèçñ", "windows-1250", "ISO-8859-2"),
          // Turkish: ğ, ı and ş. Icelandic has letters with an acute beside them.
          Accents.of("ðýþÐÝÞ", "áíóúæ", "windows-1254", "ISO-8859-9"));

  private static final int FEW = 3;

  /// Quotation marks, dashes and letters where ISO has control characters.
  private static final Pattern OF_WINDOWS = Pattern.compile("[\\x80-\\x9F]");

  private ForeignText() {}

  /// The encoding of a text in Latin letters of central Europe or Turkish, if its letters tell.
  static Optional<Charset> accented(byte[] head) {
    String western = new String(head, TextEncoding.WINDOWS_1252);
    boolean windows = OF_WINDOWS.matcher(new String(head, StandardCharsets.ISO_8859_1)).find();
    return ACCENTS.stream()
        .filter(accents -> {
          List<String> found =
              accents.signs().matcher(western).results().map(MatchResult::group).toList();
          return found.size() >= FEW
              && found.stream().distinct().count() > 1
              && accents.others().matcher(western).results().limit(found.size()).count()
                  < (found.size() + 3) / 4;
        })
        .map(accents ->
            windows || western.contains("¹") && !western.contains("±")
                ? accents.windows()
                : accents.iso())
        .filter(Charset::isSupported)
        .map(Charset::forName)
        .findFirst();
  }

  /// The encoding of the text that begins so, if it is beyond doubt.
  static Optional<Charset> charset(byte[] head) {
    return CANDIDATES.stream()
        .filter(candidate -> Charset.isSupported(candidate.charset()))
        .filter(candidate -> fits(head, candidate))
        .map(candidate -> Charset.forName(candidate.charset()))
        .findFirst();
  }

  private static boolean fits(byte[] head, Candidate candidate) {
    CharBuffer text = CharBuffer.allocate(head.length + 1);
    boolean broken =
        Charset.forName(candidate.charset())
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT)
            .decode(ByteBuffer.wrap(head), text, false)
            .isError();
    String letters = text.flip().toString().replaceAll("[\\p{ASCII}\\p{IsPunctuation}]", "");
    String common = letters.replaceAll(candidate.common(), "");
    return !broken && letters.length() - common.length() >= candidate.share() * letters.length();
  }
}
