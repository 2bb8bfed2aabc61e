package org.papermap.corpus;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// The names of months in some twenty languages, whole and cut, as dates have them.
final class MonthNames {
  private static final Map<String, Integer> MONTHS = new HashMap<>();

  static {
    // In Polish and Czech "listopad" is November and in Croatian October: it is none here.
    String[] names = {
      "jan janv ene gen januar january janvier enero gennaio janeiro "
          + "januari ocak tammikuu tammikuuta styczeń stycznia leden ledna "
          + "ianuarie gener янв январь января січня ιανουαρίου يناير",
      "feb fev fevr febr february februar fevrier febrero febbraio "
          + "fevereiro februari şubat helmikuu helmikuuta luty lutego únor "
          + "února februarie febrer фев февраль февраля лютого φεβρουαρίου "
          + "فبراير",
      "mar march marz maerz mars marzo marco maart mrz mart marts "
          + "maaliskuu maaliskuuta marzec marca březen března március martie "
          + "мар март марта березня μαρτίου مارس",
      "apr avr abr april avril abril aprile nisan huhtikuu huhtikuuta "
          + "kwiecień kwietnia duben dubna április aprilie апр апрель апреля "
          + "квітня απριλίου أبريل",
      "may mai mayo mag maggio maio mei maj mayıs toukokuu toukokuuta "
          + "maja květen května május maig май мая травня μαΐου مايو",
      "jun june juni juin junio giu giugno junho haziran kesäkuu "
          + "kesäkuuta czerwiec czerwca červen června június iunie juny июн "
          + "июнь июня червня ιουνίου يونيو",
      "jul july juli juil juillet julio lug luglio julho temmuz heinäkuu "
          + "heinäkuuta lipiec lipca červenec července július iulie juliol июл "
          + "июль июля липня ιουλίου يوليو",
      "aug august aout agosto ago augustus augusti ağustos elokuu "
          + "elokuuta sierpień sierpnia srpen srpna augusztus agustus agost авг "
          + "август августа серпня αυγούστου أغسطس",
      "sep sept september septembre septiembre settembre setembro set "
          + "eylül syyskuu syyskuuta wrzesień września září szeptember "
          + "septembrie setembre сен сент сентябрь сентября вересня σεπτεμβρίου "
          + "سبتمبر",
      "oct okt october oktober octobre octubre ott ottobre outubro out "
          + "ekim lokakuu lokakuuta październik października říjen října "
          + "október octombrie окт октябрь октября жовтня οκτωβρίου أكتوبر",
      "nov november novembre noviembre novembro kasım marraskuu "
          + "marraskuuta noiembrie ноя нояб ноябрь ноября листопада νοεμβρίου "
          + "نوفمبر",
      "dec dez dic december dezember decembre diciembre dicembre dezembro "
          + "aralık joulukuu joulukuuta grudzień grudnia prosinec prosince "
          + "decembrie desember desembre дек декабрь декабря грудня δεκεμβρίου "
          + "ديسمبر"
    };
    for (int month = 0; month < names.length; month++) {
      for (String name : names[month].split(" ", -1)) {
        MONTHS.put(bare(name), month + 1);
      }
    }
  }

  private MonthNames() {}

  /// The month that the word names, from 1, or 0.
  static int number(String word) {
    return MONTHS.getOrDefault(bare(word), 0);
  }

  /// The word in small letters and without marks on them.
  static String bare(String word) {
    return Normalizer.normalize(word, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT);
  }
}
