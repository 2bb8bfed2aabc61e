package org.papermap.corpus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.papermap.corpus.PaperDraft.Fingerprint;

/// The works met so far, and the rule by which a record is one of them; see
/// [ReadOptions.Duplicates].
final class KnownWorks {
  /// A paper that was kept.
  ///
  /// @param row of the paper
  /// @param place where it came from, `file:line`
  record Known(int row, String id, String place, Work work) {}

  /// An earlier paper that is the same work.
  ///
  /// @param why in words, to stand after the place, or blank for equal texts
  /// @param isSure whether nothing but the same work explains it
  record Match(Known known, String why, boolean isSure) {}

  /// If more works share a title, only the first are compared: the title is `Book review` or the
  /// like.
  private static final int MOST_OF_A_TITLE = 64;

  private final Map<String, Known> byIdentifier = new HashMap<>();
  private final Map<Fingerprint, Known> byText = new HashMap<>();
  private final Map<Long, List<Known>> byTitle = new HashMap<>();
  private final Map<String, Known> byId = new HashMap<>();

  /// The earlier paper that the record repeats.
  Optional<Match> find(PaperDraft draft) {
    Work work = draft.work();
    for (String identifier : draft.identity().shared()) {
      Known known = byIdentifier.get(identifier);
      if (known != null
          && (known.work().hasTitleLike(work) || haveOneAbstract(known.work(), work))) {
        return Optional.of(new Match(known, ", by " + identifier, true));
      }
    }
    Known sameText = byText.get(draft.fingerprint());
    if (sameText != null
        && (work.sketch() != 0
            || (work.hasTellingTitle()
                && !work.identity().contradicts(sameText.work().identity())))) {
      return Optional.of(new Match(sameText, "", true));
    }
    return byTitle.getOrDefault(work.titleKey(), List.of()).stream()
        .filter(known -> known.work().isSameAs(work))
        .findFirst()
        .map(known -> new Match(known, ", by its title", !areBothNamed(known.work(), work)));
  }

  /// Whether one source, or two, give the works ids of their own, and so tell them apart.
  private static boolean areBothNamed(Work one, Work other) {
    return one.identity().isNamed() && other.identity().isNamed();
  }

  private static boolean haveOneAbstract(Work one, Work other) {
    return one.sketch() != 0 && other.sketch() != 0 && one.hasAbstractLike(other);
  }

  /// The earlier paper with this id.
  Optional<Known> withId(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  void add(Known known, PaperDraft draft) {
    byId.put(known.id(), known);
    byText.putIfAbsent(draft.fingerprint(), known);
    draft.identity().shared().forEach(it -> byIdentifier.putIfAbsent(it, known));
    long key = draft.work().titleKey();
    if (key != 0) {
      byTitle.merge(
          key,
          List.of(known),
          (there, more) -> {
            if (there.size() == MOST_OF_A_TITLE) {
              return there;
            }
            List<Known> all = new ArrayList<>(there);
            all.addAll(more);
            return all;
          });
    }
  }
}
