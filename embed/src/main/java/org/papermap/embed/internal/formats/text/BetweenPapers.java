package org.papermap.embed.internal.formats.text;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.papermap.embed.internal.formats.text.Page.Finding;
import org.papermap.embed.internal.formats.text.Page.Finding.Found;

/// Days and addresses that stand between an abstract and the next title. They are of the next paper
/// where the first paper has one before its title, else of the one above, and only where most
/// papers have one there.
record BetweenPapers(Map<Found, List<Paragraph>> notes) {
  static BetweenPapers of(List<Finding> findings, int papers) {
    BetweenPapers between = new BetweenPapers(new IdentityHashMap<>());
    between.add(findings, papers, Paragraph::isToldDay);
    between.add(findings, papers, Paragraph::isAddress);
    return between;
  }

  List<Paragraph> of(Found paper) {
    return notes.getOrDefault(paper, List.of());
  }

  private void add(List<Finding> findings, int papers, Predicate<Paragraph> test) {
    List<List<Paragraph>> gaps = new ArrayList<>();
    List<Found> found = new ArrayList<>();
    gaps.add(new ArrayList<>());
    for (Finding finding : findings) {
      switch (finding) {
        case Found paper -> {
          found.add(paper);
          gaps.add(new ArrayList<>());
        }
        case Finding.Navigation(Paragraph line) when test.test(line) -> gaps.getLast().add(line);
        case Finding.Navigation _, Finding.Untitled _, Finding.Bare _ -> {}
      }
    }
    boolean inside = found.stream().anyMatch(paper -> paper.notes().stream().anyMatch(test));
    boolean next = !gaps.getFirst().isEmpty();
    List<List<Paragraph>> own = next ? gaps.subList(0, papers) : gaps.subList(1, papers + 1);
    long filled = own.stream().filter(gap -> !gap.isEmpty()).count();
    if (inside || papers < 2 || 3 * filled < 2L * papers) {
      return;
    }
    for (int i = 0; i < papers; i++) {
      List<Paragraph> gap = own.get(i);
      Optional<Paragraph> note =
          gap.isEmpty() ? Optional.empty() : Optional.of(next ? gap.getLast() : gap.getFirst());
      Found paper = found.get(i);
      note.ifPresent(line -> notes.computeIfAbsent(paper, _ -> new ArrayList<>()).add(line));
    }
  }
}
