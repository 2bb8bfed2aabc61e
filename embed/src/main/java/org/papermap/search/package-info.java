/// Lookup: the nearest papers to a text, to papers or to a vector, by meaning, by words or both, in
/// memory and on disk. API are the public classes; the engines behind them are not public. Begin
/// with [PaperIndex] and [Query].
@NullMarked
package org.papermap.search;

import org.jspecify.annotations.NullMarked;
