package org.papermap.cluster.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.papermap.cluster.ClusterTree;
import org.papermap.cluster.Clustering;
import org.papermap.corpus.Corpus;
import org.papermap.corpus.Paper;
import org.papermap.topic.Topic;
import org.papermap.topic.TopicModel;
import org.papermap.vectors.EmbeddingMatrix;

class LanguagesTest {
  /// Two topics: the papers of the first have titles and abstracts in turn, those of the other too.
  private static List<Topic> topics(List<String> first, List<String> second) {
    List<Paper> papers = new ArrayList<>();
    for (List<String> texts : List.of(first, second)) {
      for (int i = 0; i < texts.size(); i += 2) {
        papers.add(Paper.of("p" + papers.size(), texts.get(i), texts.get(i + 1)));
      }
    }
    int[] labels = new int[papers.size()];
    float[] vectors = new float[2 * labels.length];
    for (int row = 0; row < labels.length; row++) {
      labels[row] = row < first.size() / 2 ? 0 : 1;
      vectors[2 * row + labels[row]] = 1;
    }
    return TopicModel.defaults()
        .fit(
            Corpus.of(papers),
            EmbeddingMatrix.of(vectors, 2),
            ClusterTree.of(List.of(Clustering.of(labels))))
        .topics();
  }

  @Test
  void cyrillic_papers_are_named_by_their_own_words() {
    List<Topic> topics =
        topics(
            List.of(
                "Нейронные сети для распознавания речи",
                "В этой работе мы изучаем нейронные сети и их обучение на больших данных.",
                "Обучение нейронных сетей",
                "Мы показываем, что нейронные сети можно обучать быстрее, чем это было раньше.",
                "О глубоких нейронных сетях",
                "Для нейронных сетей мы даём оценку, которая не зависит от размера."),
            List.of(
                "Квантовые вычисления",
                "Мы рассматриваем квантовые вычисления и их применение в химии.",
                "Алгоритмы для квантовых вычислений",
                "В работе описаны квантовые вычисления, которые не требуют коррекции."));

    assertThat(topics.getFirst().name().toLowerCase()).startsWith("нейронн").contains("сет");
    assertThat(topics.getLast().name().toLowerCase()).startsWith("квантовы");
  }

  @Test
  void greek_papers_are_named_by_their_own_words() {
    List<Topic> topics =
        topics(
            List.of(
                "Νευρωνικά δίκτυα για εικόνες",
                "Στην εργασία αυτή μελετάμε τα νευρωνικά δίκτυα και την εκπαίδευσή τους.",
                "Εκπαίδευση με νευρωνικά δίκτυα",
                "Τα νευρωνικά δίκτυα είναι πιο γρήγορα από το παλιό σύστημα."),
            List.of(
                "Κβαντικοί υπολογιστές",
                "Οι κβαντικοί υπολογιστές και η χημεία είναι το θέμα της εργασίας.",
                "Προς κβαντικοί υπολογιστές",
                "Δείχνουμε ότι οι κβαντικοί υπολογιστές δεν είναι πια μακριά."));

    assertThat(topics.getFirst().name()).containsIgnoringCase("δίκτυα");
    assertThat(topics.getLast().name()).containsIgnoringCase("υπολογιστές");
  }

  @Test
  void french_papers_are_named_without_their_grammar() {
    List<Topic> topics =
        topics(
            List.of(
                "Réseaux de neurones pour la parole",
                "Dans cet article nous étudions les réseaux de neurones et leur apprentissage.",
                "L’apprentissage des réseaux de neurones",
                "Les réseaux de neurones sont plus rapides que ce que nous avions avant."),
            List.of(
                "Théorème ergodique",
                "Nous montrons un théorème ergodique qui est plus fort que celui de la thèse.",
                "Sur le théorème ergodique",
                "Un théorème ergodique est donné pour les mesures que nous étudions."));

    assertThat(topics.getFirst().name()).matches("(?i).*(réseaux|neurones).*");
    assertThat(topics.getLast().name()).isEqualToIgnoringCase("Théorème ergodique");
  }

  @Test
  void chinese_papers_are_named_by_characters_that_stand_together() {
    List<Topic> topics =
        topics(
            List.of(
                "基于神经网络的图像分类",
                "我们研究神经网络在图像分类中的应用，并且证明神经网络的有效性。",
                "神经网络训练",
                "训练神经网络需要大量数据。",
                "深度神经网络综述",
                "综述了深度神经网络。"),
            List.of("量子计算算法", "量子计算是一种新的计算方式。", "量子计算的纠错", "我们讨论量子计算的纠错问题。"));

    assertThat(topics.getFirst().name()).isEqualTo("神经网络");
    assertThat(topics.getLast().name()).isEqualTo("量子计算");
  }

  @Test
  void the_language_of_a_text_is_told_by_its_grammar() {
    assertThat(language("We show that the method is fast and does not need data."))
        .isEqualTo(Language.ENGLISH);
    assertThat(language("Мы показываем, что это не так, как было в этой работе."))
        .isEqualTo(Language.RUSSIAN);
    assertThat(language("Wir zeigen, dass die Methode nicht so langsam ist wie die andere."))
        .isEqualTo(Language.GERMAN);
    assertThat(language("")).isEqualTo(Language.ENGLISH);
    assertThat(language("42 %")).isEqualTo(Language.ENGLISH);
  }

  @Test
  void the_letters_of_formulas_are_of_no_language() {
    assertThat(language("Let $n, m$ be in \\mathbb{N}, and c(n, m), d(n, m), l(n), s(m), t(n)."))
        .isEqualTo(Language.ENGLISH);
  }

  private static Language language(String text) {
    TokenVocabulary vocabulary = new TokenVocabulary();
    int[] read = vocabulary.read(text);
    return Language.of(vocabulary.tokens().stream().map(Language.Votes::of).toList(), read);
  }
}
