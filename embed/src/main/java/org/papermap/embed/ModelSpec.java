package org.papermap.embed;

/// A model as `models.properties` describes it.
///
/// @param name the name it is asked for by, such as `all-MiniLM-L6-v2`
/// @param dimension length of its vectors
/// @param maxTokens tokens it reads of a text, special tokens included
/// @param pooling how token vectors become one
/// @param queryPrefix what stands before a query; often empty
/// @param passagePrefix what stands before a passage; often empty
/// @param licence SPDX identifier of the weights' licence
public record ModelSpec(
    String name,
    int dimension,
    int maxTokens,
    Pooling pooling,
    String queryPrefix,
    String passagePrefix,
    String licence) {}
