package org.papermap.embed.internal.formats.xml;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Formulas in MathML as one reads them in plain text: `x^2`, `a_i`, `p < 0.05`.
final class MathText {
  private static final Set<String> RELATIONS =
      Set.of("=", "<", ">", "≤", "≥", "≈", "≠", "∼", "~", "≪", "≫", "∈", "→", "±", "≡", "∝");

  private static final Set<String> LEFT_OUT = Set.of("annotation", "annotation-xml", "mspace");

  private MathText() {}

  static String of(XmlElement math) {
    List<XmlElement> children =
        math.children().filter(child -> !LEFT_OUT.contains(child.name())).toList();
    return switch (math.name()) {
      case "mi", "mn", "mtext", "ms", "ci", "cn" -> characters(math);
      case "mo" -> {
        String operator = characters(math);
        yield RELATIONS.contains(operator) ? " " + operator + " " : operator;
      }
      case "msup" -> joined(children, "^");
      case "msub" -> joined(children, "_");
      case "msubsup" ->
          children.size() == 3
              ? of(children.get(0)) + part("_", children.get(1)) + part("^", children.get(2))
              : run(children);
      case "mfrac" -> children.size() == 2 ? fraction(children) : run(children);
      case "msqrt" -> "√(" + run(children) + ")";
      case "mfenced" ->
          "(" + children.stream().map(MathText::of).collect(Collectors.joining(",")) + ")";
      case "mover", "munder", "munderover", "semantics" ->
          children.isEmpty() ? characters(math) : of(children.getFirst());
      default -> children.isEmpty() ? characters(math) : run(children);
    };
  }

  private static String characters(XmlElement element) {
    StringBuilder text = new StringBuilder();
    for (Object part : element.content()) {
      text.append(part instanceof XmlElement child ? of(child) : part);
    }
    return text.toString().strip();
  }

  private static String run(List<XmlElement> children) {
    return children.stream().map(MathText::of).collect(Collectors.joining());
  }

  private static String joined(List<XmlElement> children, String sign) {
    return children.size() == 2 ? of(children.get(0)) + part(sign, children.get(1)) : run(children);
  }

  private static String part(String sign, XmlElement element) {
    String text = of(element);
    return text.codePointCount(0, text.length()) > 1 ? sign + "{" + text + "}" : sign + text;
  }

  private static String fraction(List<XmlElement> children) {
    return of(children.get(0)) + "/" + of(children.get(1));
  }
}
