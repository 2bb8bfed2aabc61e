package org.papermap.embed.internal.formats;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a paper is made of, by the names that sources give it. Where a source has several names of
/// one field, the one listed first counts and the others are further fields of the paper.
public enum Field {
  /// What the source itself or a service calls the paper.
  ID("id", "paperid", "identifier", "openalexid", "corpusid", "utuniquewosid", "ut", "eid"),
  TITLE(
      "title",
      "papertitle",
      "articletitle",
      "documenttitle",
      "primarytitle",
      "itemtitle",
      "papername",
      "articlename",
      "titleofpaper",
      "titleofthepaper",
      "abstracttitle",
      "presentationtitle",
      "postertitle",
      "talktitle",
      "thesistitle",
      "titles",
      "name",
      "titel",
      "titre",
      "titolo",
      "titulo",
      "título",
      "tytuł",
      "název",
      "başlık",
      "rubrik",
      "tittel",
      "otsikko",
      "judul",
      "название",
      "заголовок",
      "标题",
      "標題",
      "题名",
      "題名",
      "题目",
      "篇名",
      "论文题目",
      "论文标题",
      "タイトル",
      "論文名",
      "論文タイトル",
      "제목",
      "논문제목",
      "논문명",
      "論題",
      "文献标题",
      "文献题名",
      "titleofarticle",
      "titleofthearticle",
      "submissiontitle",
      "contributiontitle",
      "studytitle",
      "englishtitle",
      "العنوان",
      "عنوان",
      "כותרת",
      "τίτλος",
      "назва",
      "cím",
      "titlu",
      "naslov",
      "tiêuđề",
      "ti",
      "t1"),
  ABSTRACT(
      "abstract",
      "abstracttext",
      "abstractbody",
      "abstractcontent",
      "submissionabstract",
      "englishabstract",
      "paperabstract",
      "abstractnote",
      "abstracts",
      "summary",
      "summaries",
      "description",
      "text",
      "abs",
      "abstr",
      "zusammenfassung",
      "kurzfassung",
      "résumé",
      "resume",
      "resumen",
      "resumo",
      "riassunto",
      "abstrakt",
      "samenvatting",
      "sammanfattning",
      "streszczenie",
      "sommario",
      "özet",
      "sammendrag",
      "tiivistelmä",
      "abstrak",
      "аннотация",
      "реферат",
      "анотація",
      "摘要",
      "论文摘要",
      "中文摘要",
      "要旨",
      "概要",
      "抄録",
      "초록",
      "요약",
      "الملخص",
      "ملخص",
      "المستخلص",
      "چکیده",
      "תקציר",
      "περίληψη",
      "kivonat",
      "összefoglaló",
      "rezumat",
      "sažetak",
      "tómtắt",
      "ab"),
  AUTHORS(
      "authors",
      "author",
      "authornames",
      "authorslist",
      "authorlist",
      "listofauthors",
      "allauthors",
      "namesofauthors",
      "namesofallauthors",
      "authorsnames",
      "authorfullnames",
      "creators",
      "creator",
      "autoren",
      "autorhrsgoderinstitution",
      "authoreditororinstitution",
      "authoreditororganization",
      "autor",
      "verfasser",
      "auteurs",
      "auteur",
      "autores",
      "autori",
      "autorzy",
      "autoři",
      "författare",
      "forfattere",
      "forfatter",
      "tekijät",
      "yazarlar",
      "yazar",
      "penulis",
      "авторы",
      "автор",
      "автори",
      "作者",
      "论文作者",
      "著者",
      "著者名",
      "저자",
      "저자명",
      "المؤلف",
      "المؤلفون",
      "المؤلفين",
      "نویسنده",
      "نویسندگان",
      "מחברים",
      "συγγραφείς",
      "szerző",
      "szerzők",
      "tácgiả",
      "firstauthors",
      "authorshipsauthordisplayname",
      "af",
      "au"),
  DATE(
      "date",
      "published",
      "publishedat",
      "publisheddate",
      "datepublished",
      "publicationdate",
      "pubdate",
      "coverdate",
      "submitted",
      "submitteddate",
      "submissiondate",
      "dateofpublication",
      "publishedon",
      "firstposted",
      "publicationyear",
      "publishedyear",
      "yearpublished",
      "yearpubl",
      "yearofpublication",
      "pubyear",
      "year",
      "created",
      "createdat",
      "updated",
      "updatedate",
      "datum",
      "erscheinungsdatum",
      "veröffentlichungsdatum",
      "erscheinungsjahr",
      "veröffentlichungsjahr",
      "publikationsjahr",
      "jahr",
      "jaar",
      "datedepublication",
      "année",
      "annee",
      "annéedepublication",
      "fechadepublicación",
      "año",
      "añodepublicación",
      "anno",
      "ano",
      "anodepublicação",
      "fecha",
      "data",
      "datapublikacji",
      "rok",
      "rokwydania",
      "år",
      "vuosi",
      "tarih",
      "yıl",
      "yayınyılı",
      "tahun",
      "дата",
      "датапубликации",
      "год",
      "годпубликации",
      "годиздания",
      "年",
      "年份",
      "日期",
      "日付",
      "发表时间",
      "发表日期",
      "发表年份",
      "出版日期",
      "出版年",
      "出版年份",
      "出版日",
      "出版日付",
      "発行日付",
      "発行日",
      "発行年",
      "刊行年",
      "公開日",
      "날짜",
      "연도",
      "발행일",
      "발행년",
      "발행연도",
      "발행년도",
      "출판일",
      "السنة",
      "سنةالنشر",
      "التاريخ",
      "تاريخالنشر",
      "سال",
      "שנה",
      "έτος",
      "рік",
      "év",
      "godina",
      "năm",
      "pubtime",
      "publishtime",
      "publishedtime",
      "publishdate",
      "publishyear",
      "publicationdateyear",
      "dateissued",
      "issued",
      "pdate",
      "cdate",
      "py"),
  URL("url", "link", "href", "paperurl", "arxivurl", "pdfurl", "weblink", "permalink", "pdf"),
  /// A DOI in any spelling.
  DOI("doi", "doilink", "doiurl", "articledoi", "itemdoi", "digitalobjectidentifier", "di"),
  /// An arXiv identifier in any spelling.
  ARXIV("arxivid", "arxiv", "arxividentifier", "eprint"),
  /// A number in PubMed.
  PUBMED("pmid", "pubmedid", "pubmed"),
  /// What only the user's own library calls the paper, such as the key of a citation. It is the
  /// paper's id where there is no better one.
  KEY("key", "citekey", "bibkey", "citationkey", "uid", "recordid", "itemkey", "nr", "no"),
  /// Journal, conference or publisher; by name a further field.
  VENUE(),
  /// Keywords; by name a further field.
  KEYWORDS();

  /// How a field is meant by a name.
  ///
  /// @param rank 0 for the name that counts most
  public record Match(Field field, int rank) {}

  private static final Pattern LANGUAGE =
      Pattern.compile(
          "(.{2,30}?)[\\s_.(\\[-]+(eng?|english|deu?|ger(?:man)?|fra?|fre(?:nch)?|esp?|spa(?:nish)?"
              + "|por?t?|ita?|zh|chi|ja|jpn?|rus?)[)\\]]?",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern REMARK =
      Pattern.compile(
          "(?i)\\([^()]*\\b(?:max|min|words?|char(?:acter)?s?|required|optional|limit|up"
              + " to|separated|last|first|format|plain text|as published|in full)\\b[^()]*\\)");

  /// More than any field has names.
  private static final int BEHIND = 200;

  private static final Map<String, Match> BY_NAME = new HashMap<>();

  static {
    for (Field field : values()) {
      for (int rank = 0; rank < field.names.size(); rank++) {
        BY_NAME.put(field.names.get(rank), new Match(field, rank));
      }
    }
  }

  private final List<String> names;

  Field(String... names) {
    this.names = List.of(names);
  }

  /// The field that a column or key of this name holds; upper and lower case, spaces and
  /// punctuation do not matter.
  public static Optional<Match> named(String name) {
    Match plain = BY_NAME.get(name);
    if (plain == null) {
      plain = BY_NAME.get(PlainText.bareName(name));
    }
    return plain == null ? inLanguage(name).or(() -> withoutRemark(name)) : Optional.of(plain);
  }

  /// `Abstract (max 250 words)`, as forms ask for it: behind one without such a remark.
  private static Optional<Match> withoutRemark(String name) {
    Matcher remark = REMARK.matcher(name);
    return remark.find()
        ? Optional.ofNullable(BY_NAME.get(PlainText.bareName(remark.replaceAll(""))))
            .map(match -> new Match(match.field(), match.rank() + BEHIND))
        : Optional.empty();
  }

  /// `Title (EN)`, `abstract_fr`: behind one without a language, English before others.
  private static Optional<Match> inLanguage(String name) {
    Matcher tagged = LANGUAGE.matcher(name);
    if (!tagged.matches()) {
      return Optional.empty();
    }
    boolean english = tagged.group(2).toLowerCase(Locale.ROOT).startsWith("en");
    return Optional.ofNullable(BY_NAME.get(PlainText.bareName(tagged.group(1))))
        .filter(match -> match.field() == TITLE || match.field() == ABSTRACT)
        .map(match -> new Match(match.field(), match.rank() + (english ? BEHIND : 2 * BEHIND)));
  }
}
