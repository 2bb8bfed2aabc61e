/// Benchmarks: what Papermap does beside what its peers do, on the same data in the same process.
/// What a single kernel does is measured through internal packages of `papermap-embed`, as tests
/// do.
@NullMarked
package org.papermap.bench;

import org.jspecify.annotations.NullMarked;
