package org.papermap.layout;

/// How papers get their places.
public sealed interface LayoutMethod {
  /// The same with another seed; itself where nothing is random.
  LayoutMethod withSeed(long seed);

  /// UMAP (McInnes, Healy and Melville, arXiv:1802.03426) of our own. Equal seeds give equal places
  /// in every process, at any number of threads and on every processor.
  ///
  /// Figures at 15 neighbors and the defaults, beside those of the authors' program (version 0.5.3,
  /// mean of 5 runs): on 9,868 papers trustworthiness .930 and .922, neighbors kept .203 and .199;
  /// on 6,250 papers .963 and .964, and .247 and .246. On 91 papers it is .851 and .559, with
  /// Smile's .849 and .559 (mean of 12 seeds). 300 rounds give .003 less of either on 9,868 papers.
  ///
  /// It begins with eigenvectors of the graph's Laplacian, or with the papers' principal components
  /// where ties do not lead from each paper to all others.
  ///
  /// @param minDist how near points may come, above 0 and at most 1: small values give tight
  ///   groups, large ones spread the points
  /// @param epochs rounds of optimisation, 10 or more
  /// @param seed of its random numbers
  record Umap(double minDist, int epochs, long seed) implements LayoutMethod {
    public Umap {
      checkUmap(minDist, epochs);
    }

    public static Umap defaults() {
      return new Umap(0.1, 500, 42);
    }

    @Override
    public Umap withSeed(long newSeed) {
      return new Umap(minDist, epochs, newSeed);
    }
  }

  /// UMAP as the Smile library has it, the reference for our own. It needs OpenBLAS. Its places are
  /// good, but not always the same: Smile fits a curve and turns the start with OpenBLAS, whose
  /// last bits depend on the processor and on where in memory its arrays happen to lie, and the
  /// optimisation makes another map of them (of 24 runs in six processes on the same 91 papers,
  /// half gave one map and half another).
  ///
  /// @param minDist how near points may come, above 0 and at most 1: small values give tight
  ///   groups, large ones spread the points
  /// @param epochs rounds of optimisation, 10 or more
  /// @param seed of its random numbers
  record SmileUmap(double minDist, int epochs, long seed) implements LayoutMethod {
    public SmileUmap {
      checkUmap(minDist, epochs);
    }

    public static SmileUmap defaults() {
      return new SmileUmap(0.1, 500, 42);
    }

    @Override
    public SmileUmap withSeed(long newSeed) {
      return new SmileUmap(minDist, epochs, newSeed);
    }
  }

  /// t-SNE (van der Maaten and Hinton 2008, JMLR 9:2579) of our own, on the neighbor graph, its
  /// pushes interpolated on a mesh (Linderman and others, doi:10.1038/s41592-018-0308-4). Nothing
  /// in it is random; its places are the same at any number of threads and on every processor.
  ///
  /// @param exaggeration how much more strongly neighbors pull than t-SNE alone would have it, 1 to
  ///   4: 1 spreads the papers evenly, more draws groups together and keeps fewer neighbors (Böhm,
  ///   Berens and Kobak, arXiv:2007.08902)
  /// @param rounds of optimisation after the early ones, 10 or more
  record Tsne(double exaggeration, int rounds) implements LayoutMethod {
    public Tsne {
      if (!(exaggeration >= 1 && exaggeration <= 4)) {
        throw new IllegalArgumentException(
            "exaggeration: " + exaggeration + ". Give 1 or more, up to 4.");
      }
      if (rounds < 10) {
        throw new IllegalArgumentException("rounds: " + rounds + ". Give 10 or more.");
      }
    }

    /// On 9,868 papers this keeps .349 of the 15 neighbors at a trustworthiness of .967, and 50
    /// more rounds .350. With an exaggeration of 1.2 it is .340 and .965; with 1 the map grows so
    /// wide that it takes twice as long, for .966.
    public static Tsne defaults() {
      return new Tsne(1.1, 250);
    }

    @Override
    public Tsne withSeed(long newSeed) {
      return this;
    }
  }

  /// The first two principal components: the flat view that keeps most of the variance. It has no
  /// randomness and needs no native library.
  record Pca() implements LayoutMethod {
    @Override
    public Pca withSeed(long newSeed) {
      return this;
    }
  }

  private static void checkUmap(double minDist, int epochs) {
    if (!(minDist > 0 && minDist <= 1)) {
      throw new IllegalArgumentException("minDist: " + minDist + ". Give more than 0, up to 1.");
    }
    if (epochs < 10) {
      throw new IllegalArgumentException("epochs: " + epochs + ". Give 10 or more.");
    }
  }
}
