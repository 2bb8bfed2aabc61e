package org.papermap.layout;

/// A method of placing papers on the plane, with its settings. Figures: `cluster/docs/layout.md`.
public sealed interface LayoutMethod {
  /// The same with another seed; itself where nothing is random.
  LayoutMethod withSeed(long seed);

  /// UMAP (McInnes, Healy and Melville, arXiv:1802.03426), our own implementation. Equal seeds give
  /// equal places in every process, at any number of threads and on every processor. It begins with
  /// eigenvectors of the graph's Laplacian, or with principal components if the graph is not
  /// connected.
  ///
  /// @param minDist the least distance between points, above 0 and at most 1: small values give
  ///   tight groups, large ones spread the points
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

  /// UMAP of the Smile library, the reference for our own. It needs OpenBLAS. Equal seeds do not
  /// always give equal places: the last bits of OpenBLAS depend on the processor and on memory
  /// addresses.
  ///
  /// @param minDist the least distance between points, above 0 and at most 1: small values give
  ///   tight groups, large ones spread the points
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

  /// t-SNE (van der Maaten and Hinton 2008, JMLR 9:2579) on the neighbor graph, our own
  /// implementation, with the repulsion interpolated on a mesh (Linderman and others,
  /// doi:10.1038/s41592-018-0308-4). It has no randomness; its places are the same at any number of
  /// threads and on every processor.
  ///
  /// @param exaggeration the factor of the attraction between neighbors, 1 to 4: 1 is plain t-SNE,
  ///   more draws groups together and keeps fewer neighbors (Böhm, Berens and Kobak,
  ///   arXiv:2007.08902)
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

    /// An exaggeration of 1.1 and 250 rounds.
    public static Tsne defaults() {
      return new Tsne(1.1, 250);
    }

    @Override
    public Tsne withSeed(long newSeed) {
      return this;
    }
  }

  /// The first two principal components, which keep most of the variance. It has no randomness.
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
