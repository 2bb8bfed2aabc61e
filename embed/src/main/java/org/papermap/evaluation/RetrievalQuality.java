package org.papermap.evaluation;

/// Quality of lookup on a test collection: means over its queries, as `trec_eval` defines them.
///
/// @param queries how many were judged
/// @param ndcg10 nDCG of the first 10
/// @param recall10 recall of the first 10
/// @param recall100 recall of the first 100
/// @param map mean average precision of the first 100
public record RetrievalQuality(
    int queries, double ndcg10, double recall10, double recall100, double map) {}
