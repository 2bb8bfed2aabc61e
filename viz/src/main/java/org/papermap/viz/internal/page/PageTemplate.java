package org.papermap.viz.internal.page;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Text with places such as `{{title}}` for other texts.
public final class PageTemplate {
  private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z]+)}}");

  private PageTemplate() {}

  /// Fills all places in one pass: what is filled in is never looked at again, so a paper whose
  /// title is `{{script}}` stays as it is.
  public static String fill(String template, Map<String, String> texts) {
    StringBuilder page = new StringBuilder();
    Matcher place = PLACE.matcher(template);
    int filled = 0;
    while (place.find()) {
      String text = texts.get(place.group(1));
      if (text == null) {
        throw new IllegalStateException("map.html: nothing to put at " + place.group() + ".");
      }
      page.append(template, filled, place.start()).append(text);
      filled = place.end();
    }
    return page.append(template, filled, template.length()).toString();
  }

  /// Text as it must be written in an element or a quoted attribute.
  public static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /// The same JSON in a form that cannot end a script element or a line of script.
  public static String inert(String json) {
    return json.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029");
  }
}
