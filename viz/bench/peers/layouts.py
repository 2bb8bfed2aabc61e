"""Times and rates the layouts of umap-learn and of scikit-learn on vectors of papers.

Not part of the build. On Debian: apt install umap-learn python3-sklearn, then

    /usr/bin/python3 viz/bench/peers/layouts.py vectors.npy [--seeds 3] [--places out/papers.csv]

The vectors are float32, a unit row a paper. With --places the x and y of a finished map of the same
vectors are rated by the same rule, so that the figures stand beside each other. The rule is that of
'papermap bench cluster': trustworthiness at 15 from 1,000 papers evenly spaced, neighbors kept over
all papers; neighbors by cosine. The first umap-learn run of a process compiles and is told apart.
"""

import argparse
import csv
import time

import numpy as np

NEIGHBORS = 15
RANKED = 1000


def nearest(points, score):
    """The rows of the nearest NEIGHBORS of each point, by the largest score."""
    found = np.empty((len(points), NEIGHBORS), dtype=np.int64)
    for start in range(0, len(points), 1000):
        rows = np.arange(start, min(start + 1000, len(points)))
        scores = score(rows)
        scores[np.arange(len(rows)), rows] = -np.inf
        some = np.argpartition(-scores, NEIGHBORS, axis=1)[:, :NEIGHBORS]
        order = np.argsort(-np.take_along_axis(scores, some, axis=1), axis=1)
        found[rows] = np.take_along_axis(some, order, axis=1)
    return found


def on_plane(places):
    def score(rows):
        apart = places[rows, None, :] - places[None, :, :]
        return -(apart**2).sum(axis=2)

    return nearest(places, score)


def in_space(vectors):
    return nearest(vectors, lambda rows: vectors[rows] @ vectors.T)


def rate(vectors, near, places):
    """Trustworthiness and the share of neighbors kept."""
    rows = len(vectors)
    shown = on_plane(places.astype(np.float64))
    kept = np.mean([len(np.intersect1d(a, b)) for a, b in zip(near, shown)]) / NEIGHBORS
    size = min(rows, RANKED)
    sample = np.arange(size) * rows // size
    beyond = 0
    for row in sample:
        cosines = vectors @ vectors[row]
        cosines[row] = -np.inf
        for other in np.setdiff1d(shown[row], near[row]):
            beyond += 1 + np.count_nonzero(cosines > cosines[other]) - NEIGHBORS
    most = NEIGHBORS * (2 * rows - 3 * NEIGHBORS - 1) / 2
    return 1 - beyond / (size * most), kept


def tell(name, seconds, vectors, near, places):
    trust, kept = rate(vectors, near, places)
    time_taken = "%8.2f" % seconds if seconds is not None else "%8s" % ""
    print("%-34s %s  %.4f  %.4f" % (name, time_taken, trust, kept), flush=True)


def umap_learn(vectors, near, seeds):
    import umap

    started = time.perf_counter()
    places = umap.UMAP(n_neighbors=NEIGHBORS, metric="cosine").fit_transform(vectors)
    tell("umap-learn, compiling", time.perf_counter() - started, vectors, near, places)
    for _ in range(seeds):
        started = time.perf_counter()
        places = umap.UMAP(n_neighbors=NEIGHBORS, metric="cosine").fit_transform(vectors)
        tell("umap-learn, parallel", time.perf_counter() - started, vectors, near, places)
    started = time.perf_counter()
    places = umap.UMAP(n_neighbors=NEIGHBORS, metric="cosine", random_state=1).fit_transform(vectors)
    tell("umap-learn, with a seed", time.perf_counter() - started, vectors, near, places)


def scikit_learn(vectors, near):
    from sklearn.decomposition import PCA
    from sklearn.manifold import TSNE

    started = time.perf_counter()
    few = PCA(50, random_state=1).fit_transform(vectors)
    places = TSNE(init="pca", learning_rate="auto", n_jobs=-1, random_state=1).fit_transform(few)
    tell("scikit-learn t-SNE, 50 components", time.perf_counter() - started, vectors, near, places)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("vectors", help="NumPy float32, a unit row a paper")
    parser.add_argument("--seeds", type=int, default=3, help="runs of umap-learn after the first")
    parser.add_argument("--places", action="append", default=[], help="papers.csv of a map of them")
    parser.add_argument("--no-tsne", action="store_true", help="leave scikit-learn's t-SNE out")
    arguments = parser.parse_args()
    vectors = np.load(arguments.vectors)
    near = in_space(vectors)
    print("%-34s %8s  %6s  %6s" % ("%d papers" % len(vectors), "seconds", "trust.", "kept"))
    for file in arguments.places:
        with open(file, newline="", encoding="utf-8") as table:
            places = np.array([(row["x"], row["y"]) for row in csv.DictReader(table)], dtype=float)
        tell(file, None, vectors, near, places)
    umap_learn(vectors, near, arguments.seeds)
    if not arguments.no_tsne:
        scikit_learn(vectors, near)


if __name__ == "__main__":
    main()
